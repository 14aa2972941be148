// What main.bicep puts into the resource group.
param location string
param tags object

@description('Makes names unique that have to be so in all of Azure.')
param token string

@description('One entry of sizes.json.')
param settings object

@allowed(['azureStorage', 'scheduler'])
param durableBackend string

param entraClientId string
param deployerId string
param deployerType string

// Shared with host.json, local.settings.sample.json, local/config.json and the code; a test holds them together.
var ordersQueue = 'orders'
var eventsTopic = 'fulfillment-events'
var taskHub = 'Dom'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-dom-${token}'
  location: location
  tags: tags
}

module monitoring 'modules/monitoring.bicep' = {
  params: {
    location: location
    tags: tags
    token: token
    retentionDays: settings.logRetentionDays
    dailyCapGb: settings.dailyLogCapGb
    principalId: identity.properties.principalId
  }
}

module storage 'modules/storage.bicep' = {
  params: {
    location: location
    tags: tags
    token: token
    sku: settings.storageSku
    principalId: identity.properties.principalId
    deployerId: deployerId
    deployerType: deployerType
    workspaceId: monitoring.outputs.workspaceId
  }
}

module serviceBus 'modules/serviceBus.bicep' = {
  params: {
    location: location
    tags: tags
    token: token
    ordersQueue: ordersQueue
    eventsTopic: eventsTopic
    principalId: identity.properties.principalId
    workspaceId: monitoring.outputs.workspaceId
  }
}

module scheduler 'modules/scheduler.bicep' = if (durableBackend == 'scheduler') {
  params: {
    location: location
    tags: tags
    token: token
    sku: settings.schedulerSku
    taskHub: taskHub
    principalId: identity.properties.principalId
  }
}

module functions 'modules/functions.bicep' = {
  params: {
    location: location
    tags: tags
    token: token
    identityId: identity.id
    packageContainerUri: storage.outputs.packageContainerUri
    maximumInstances: settings.maximumInstances
    alwaysReady: settings.alwaysReady
    entraClientId: entraClientId
    workspaceId: monitoring.outputs.workspaceId
    appSettings: union(
      {
        AzureWebJobsStorage__blobServiceUri: storage.outputs.hostBlobUri
        AzureWebJobsStorage__queueServiceUri: storage.outputs.hostQueueUri
        AzureWebJobsStorage__tableServiceUri: storage.outputs.hostTableUri
        AzureWebJobsStorage__credential: 'managedidentity'
        AzureWebJobsStorage__clientId: identity.properties.clientId
        DataStorage__tableServiceUri: storage.outputs.dataTableUri
        DataStorage__clientId: identity.properties.clientId
        ServiceBus__fullyQualifiedNamespace: serviceBus.outputs.fullyQualifiedNamespace
        ServiceBus__credential: 'managedidentity'
        ServiceBus__clientId: identity.properties.clientId
        OrdersQueue: ordersQueue
        FulfillmentEventsTopic: eventsTopic
        LearnPricesSchedule: '0 0 3 * * *'
        SourceWaveSchedule: '0 */15 * * * *'
        APPLICATIONINSIGHTS_CONNECTION_STRING: monitoring.outputs.connectionString
        APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.properties.clientId};Authorization=AAD'
      },
      durableBackend == 'scheduler'
        ? { DURABLE_TASK_SCHEDULER_CONNECTION_STRING: 'Endpoint=${scheduler!.outputs.endpoint};Authentication=ManagedIdentity;ClientID=${identity.properties.clientId}' }
        : {},
      empty(entraClientId) ? {} : { EasyAuth: 'true' }
    )
  }
}

output functionAppName string = functions.outputs.name
output url string = functions.outputs.url
output serviceBusNamespace string = serviceBus.outputs.fullyQualifiedNamespace
output tableServiceUri string = storage.outputs.dataTableUri
