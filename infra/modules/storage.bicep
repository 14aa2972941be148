// Two accounts: one for the Functions host (package, locks, durable history), one for Dom's tables. Neither takes shared keys.
param location string
param tags object
param token string
param sku string
param principalId string
param deployerId string
param deployerType string
param workspaceId string

var packages = 'packages'
var tableContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'

// What the host does with its account: blobs for package and locks, queues and tables for the durable history.
var hostRoles = {
  'Storage Blob Data Owner': 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  'Storage Queue Data Contributor': '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  'Storage Table Data Contributor': tableContributor
}

var accountProperties = {
  accessTier: 'Hot'
  allowBlobPublicAccess: false
  allowCrossTenantReplication: false
  allowSharedKeyAccess: false
  defaultToOAuthAuthentication: true
  minimumTlsVersion: 'TLS1_2'
  supportsHttpsTrafficOnly: true
}

resource host 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: 'sthost${token}'
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: sku }
  properties: accountProperties

  resource blobs 'blobServices' = {
    name: 'default'

    resource packageContainer 'containers' = {
      name: packages
    }
  }
}

resource data 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: 'stdata${token}'
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: sku }
  properties: accountProperties

  resource tables 'tableServices' = {
    name: 'default'
  }
}

resource hostAccess 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in items(hostRoles): {
    name: guid(host.id, principalId, role.key)
    scope: host
    properties: {
      principalId: principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.value)
    }
  }
]

resource dataAccess 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(data.id, principalId, 'Storage Table Data Contributor')
  scope: data
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', tableContributor)
  }
}

resource deployerAccess 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(deployerId)) {
  name: guid(data.id, deployerId, 'Storage Table Data Contributor')
  scope: data
  properties: {
    principalId: deployerId
    principalType: deployerType
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', tableContributor)
  }
}

// Metrics alone: a log line for each of the dozens of operations of an order would cost more than the operations.
resource tableMetrics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'dom'
  scope: data::tables
  properties: {
    workspaceId: workspaceId
    metrics: [{ category: 'Transaction', enabled: true }]
  }
}

output hostBlobUri string = host.properties.primaryEndpoints.blob
output hostQueueUri string = host.properties.primaryEndpoints.queue
output hostTableUri string = host.properties.primaryEndpoints.table
output dataTableUri string = data.properties.primaryEndpoints.table
output packageContainerUri string = '${host.properties.primaryEndpoints.blob}${packages}'
