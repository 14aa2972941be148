#!/usr/bin/env bash
# Takes an order by HTTP, and shows where it went, why, and what happened. samples/order.sh [ORDER-ID]
# DOM_URL: where Dom is (default http://127.0.0.1:7071); DOM_KEYS: the file of keys that `dom seed` or the local host has written (default .dom/keys.json).
set -euo pipefail
api=${DOM_URL:-http://127.0.0.1:7071}/api
keys=${DOM_KEYS:-.dom/keys.json}
order=${1:-W-1001}

key() { sed -n "s/.*\"$1\": \"\(.*\)\".*/\1/p" "$keys"; }
as() { curl --fail-with-body --silent --show-error --header "Authorization: Bearer $(key "$1")" "${@:2}"; echo; }

as channel "$api/orders" --header 'Content-Type: application/json' --data '{
  "orderId": "'"$order"'", "channel": "web", "placedAt": "2026-11-21T10:00:00Z", "currency": "USD",
  "destination": { "city": "Reno", "region": "NV", "postalCode": "89501", "country": "US" },
  "lines": [ { "lineId": "1", "sku": "SKU-0001", "quantity": 2, "unitPrice": 1999, "unitGrams": 450, "mode": "ship" } ] }'
sleep 3
as operator "$api/orders/$order"
as operator "$api/orders/$order/decisions?limit=1"
as operator "$api/orders/$order/timeline"
