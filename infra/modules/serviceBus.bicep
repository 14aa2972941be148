// The queue of orders and the topic of events. No keys: who sends orders is given the role Azure Service Bus Data Sender on the queue.
param location string
param tags object
param token string
param ordersQueue string
param eventsTopic string
param principalId string
param workspaceId string

resource namespace 'Microsoft.ServiceBus/namespaces@2024-01-01' = {
  name: 'sb-dom-${token}'
  location: location
  tags: tags
  sku: { name: 'Standard', tier: 'Standard' } // Basic knows neither topics nor duplicate detection
  properties: {
    disableLocalAuth: true
    minimumTlsVersion: '1.2'
  }

  resource orders 'queues' = {
    name: ordersQueue
    properties: {
      requiresDuplicateDetection: true
      duplicateDetectionHistoryTimeWindow: 'PT10M'
      lockDuration: 'PT1M'
      maxDeliveryCount: 10
      defaultMessageTimeToLive: 'P14D'
      deadLetteringOnMessageExpiration: true
    }
  }

  resource events 'topics' = {
    name: eventsTopic
    properties: {
      requiresDuplicateDetection: true
      duplicateDetectionHistoryTimeWindow: 'PT10M'
      defaultMessageTimeToLive: 'P14D'
      supportOrdering: true
    }
  }
}

// Owner of this one queue, not receiver and sender: only Manage lets the platform count the messages that wait, and scale by them.
resource queueAccess 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(namespace::orders.id, principalId, 'Azure Service Bus Data Owner')
  scope: namespace::orders
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '090c5cfd-751d-490a-894a-3ce6f1109419')
  }
}

resource topicAccess 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(namespace::events.id, principalId, 'Azure Service Bus Data Sender')
  scope: namespace::events
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '69a216fc-b8fb-44d8-bc22-1f3c2cd27a39')
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'dom'
  scope: namespace
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'OperationalLogs', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

output fullyQualifiedNamespace string = '${namespace.name}.servicebus.windows.net'
