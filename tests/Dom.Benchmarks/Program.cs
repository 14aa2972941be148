Console.WriteLine("dom");
