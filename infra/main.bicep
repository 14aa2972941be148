// All that Dom needs in Azure, in one resource group. `azd up` deploys it; docs/azure.md says how and what it costs.
targetScope = 'subscription'

@description('Name of the environment: part of the resource group\'s name and of every tag.')
@minLength(1)
@maxLength(40)
param environmentName string

@description('Region. It has to offer Flex Consumption.')
param location string

@description('Sizes and retention, from sizes.json.')
@allowed(['dev', 'prod'])
param size string = 'dev'

@description('Where orchestrations are kept. With scheduler the app has to be built with DOM_DURABLE_BACKEND=scheduler too: it chooses host.json.')
@allowed(['azureStorage', 'scheduler'])
param durableBackend string = 'azureStorage'

@description('Client id of the Entra ID application whose tokens are let in (its roles: app-roles.json). Empty: client keys only.')
param entraClientId string = ''

@description('Who deploys: may read and write the tables, to make the first client keys. Empty: nobody but the app may.')
param principalId string = ''

@allowed(['User', 'Group', 'ServicePrincipal'])
param principalType string = 'User'

@description('Tags of every resource.')
param tags object = {}

var allTags = union(tags, { 'azd-env-name': environmentName, application: 'dom', size: size })

resource group 'Microsoft.Resources/resourceGroups@2024-11-01' = {
  name: 'rg-dom-${environmentName}'
  location: location
  tags: allTags
}

module dom 'dom.bicep' = {
  scope: group
  params: {
    location: location
    tags: allTags
    token: toLower(uniqueString(subscription().id, environmentName, location))
    settings: loadJsonContent('sizes.json')[size]
    durableBackend: durableBackend
    entraClientId: entraClientId
    deployerId: principalId
    deployerType: principalType
  }
}

output AZURE_LOCATION string = location
output AZURE_RESOURCE_GROUP string = group.name
output AZURE_FUNCTION_NAME string = dom.outputs.functionAppName
output DOM_URL string = dom.outputs.url
output DOM_SERVICE_BUS string = dom.outputs.serviceBusNamespace
output DOM_TABLES string = dom.outputs.tableServiceUri
