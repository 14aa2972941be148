// Durable Task Scheduler: keeps orchestrations in the place of the host's storage account.
param location string
param tags object
param token string
param sku object
param taskHub string
param principalId string

resource scheduler 'Microsoft.DurableTask/schedulers@2025-11-01' = {
  name: 'dts-dom-${token}'
  location: location
  tags: tags
  properties: {
    sku: sku
    ipAllowlist: ['0.0.0.0/0'] // an empty list lets nobody in; who comes in is decided by role
  }

  resource hub 'taskHubs' = {
    name: taskHub
  }
}

resource access 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(scheduler::hub.id, principalId, 'Durable Task Data Contributor')
  scope: scheduler::hub
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '0ad04412-c4d5-4796-b79c-f76d14c8d402')
  }
}

output endpoint string = scheduler.properties.endpoint
