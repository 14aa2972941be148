export async function checkApi() { return []; }
