{{/* The first segments of each surface's paths (src/platform/http/surfaces.ts); a test holds them to the routes. */}}
{{- define "gatehouse.surfacePaths" -}}
wellhub: [/wellhub]
members: [/assets, /favicon.ico]
console: [/console, /admin, /assets, /favicon.ico]
admin: [/admin]
openApi: [/v1, /open-api, /aggregator, /cid]
usersApi: [/Api]
docs: [/docs, /favicon.ico]
{{- end -}}

{{/* Nobody outside has business there. */}}
{{- define "gatehouse.closedPaths" -}}
[/health, /metrics, /sandbox]
{{- end -}}

{{/*
What an entrance routes, as JSON: {"host": [{"path": "/wellhub", "open": true}, …]}, a path before those that it begins with.
Member pages begin with the name of a gym, so `/` catches them, and with them whatever else: then each path that is not for
this host is routed to a Service without pods, which answers 503.
*/}}
{{- define "gatehouse.routes" -}}
{{- $hosts := dict -}}
{{- $all := include "gatehouse.surfacePaths" .root | fromYaml -}}
{{- range $name, $paths := $all -}}
{{- $surface := get $.root.Values.surfaces $name -}}
{{- if eq $surface.via $.entrance -}}
{{- $host := $surface.host | default (include "gatehouse.publicHost" $.root) -}}
{{- range $slug := $surface.slugs | default list -}}
{{- $paths = append $paths (printf "/%s" (ternary "" $slug (eq $slug "*"))) -}}
{{- end -}}
{{- $_ := set $hosts $host (concat (get $hosts $host | default list) $paths | uniq) -}}
{{- end -}}
{{- end -}}
{{- $closed := include "gatehouse.closedPaths" .root | fromYamlArray -}}
{{- $routes := dict -}}
{{- range $host, $open := $hosts -}}
{{- $rules := list -}}
{{- $paths := has "/" $open | ternary (concat $open (values $all | include "gatehouse.flat" | fromJsonArray) $closed | uniq) $open -}}
{{- range $path := $paths | sortAlpha | reverse -}}
{{- $rules = append $rules (dict "path" $path "open" (has $path $open)) -}}
{{- end -}}
{{- $_ := set $routes $host $rules -}}
{{- end -}}
{{- $routes | toJson -}}
{{- end -}}

{{- define "gatehouse.flat" -}}
{{- $flat := list -}}
{{- range . -}}{{- $flat = concat $flat . -}}{{- end -}}
{{- $flat | toJson -}}
{{- end -}}

{{/* The Service that a path is routed to. */}}
{{- define "gatehouse.backend" -}}
{{ include "gatehouse.fullname" .root }}{{ if not .open }}-closed{{ end }}
{{- end -}}
