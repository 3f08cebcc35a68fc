{{/* The secrets by the names of their variables, each with its field in values.yaml. */}}
{{- define "gatehouse.secretFields" -}}
DATABASE_URL: databaseUrl
OPERATOR_API_KEY: operatorApiKey
SECRETS_KEY: secretsKey
SMTP_URL: smtpUrl
FACEBOOK_APP_SECRET: facebookAppSecret
OTEL_EXPORTER_OTLP_HEADERS: otlpHeaders
{{- end -}}

{{/* As JSON: every entry that says where a secret comes from, by the key under which the chart's own Secrets keep it. */}}
{{- define "gatehouse.secretEntries" -}}
{{- include "gatehouse.generateKeys" . -}}
{{- $entries := dict "MIGRATION_DATABASE_URL" .Values.migrations.databaseUrl -}}
{{- range $variable, $field := include "gatehouse.secretFields" . | fromYaml -}}
{{- $_ := set $entries $variable (get $.Values.secrets $field) -}}
{{- end -}}
{{- $entries | toJson -}}
{{- end -}}

{{/*
Where a program finds each of its secrets, as JSON: {"SECRETS_KEY": {"secret": "name of a Secret", "key": "key in it"}}.
One that migrates has the owner's DATABASE_URL, where it is given; one of the Job has the Job's copies.
*/}}
{{- define "gatehouse.secretPlaces" -}}
{{- $entries := include "gatehouse.secretEntries" .root | fromJson -}}
{{- $places := dict -}}
{{- range $variable, $_ := include "gatehouse.secretFields" .root | fromYaml -}}
{{- $kept := $variable -}}
{{- if and $.migrates (eq $variable "DATABASE_URL") (include "gatehouse.isGiven" (get $entries "MIGRATION_DATABASE_URL")) -}}
{{- $kept = "MIGRATION_DATABASE_URL" -}}
{{- end -}}
{{- with get $entries $kept -}}
{{- if .value -}}
{{- $_ := set $places $variable (dict "secret" (include "gatehouse.objectName" $) "key" $kept) -}}
{{- else if .existingSecret -}}
{{- $_ := set $places $variable (dict "secret" .existingSecret "key" (.key | default $variable)) -}}
{{- else if .remote.key -}}
{{- $_ := set $places $variable (dict "secret" (printf "%s-external" (include "gatehouse.objectName" $)) "key" $kept) -}}
{{- else if and $.root.Values.secrets.existingSecret .key -}}
{{- $_ := set $places $variable (dict "secret" $.root.Values.secrets.existingSecret "key" .key) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- $places | toJson -}}
{{- end -}}

{{- define "gatehouse.isGiven" -}}
{{- if or .value .existingSecret .remote.key -}}true{{- end -}}
{{- end -}}

{{/* Whether a Secret of ours keeps an entry: the owner's address is no matter of pods that only serve. */}}
{{- define "gatehouse.keeps" -}}
{{- if or .inJob (ne .variable "MIGRATION_DATABASE_URL") (eq .root.Values.migrations.run "initContainer") -}}true{{- end -}}
{{- end -}}

{{/* The data of a Secret of ours, as JSON. */}}
{{- define "gatehouse.secretData" -}}
{{- $data := dict -}}
{{- range $variable, $entry := include "gatehouse.secretEntries" .root | fromJson -}}
{{- if and $entry.value (include "gatehouse.keeps" (dict "root" $.root "inJob" $.inJob "variable" $variable)) -}}
{{- $_ := set $data $variable ($entry.value | b64enc) -}}
{{- end -}}
{{- end -}}
{{- $data | toJson -}}
{{- end -}}

{{/* The spec of an ExternalSecret of ours; nothing where the store has none of our secrets. */}}
{{- define "gatehouse.externalSecret" -}}
{{- $data := list -}}
{{- range $variable, $entry := include "gatehouse.secretEntries" .root | fromJson -}}
{{- if and $entry.remote.key (include "gatehouse.keeps" (dict "root" $.root "inJob" $.inJob "variable" $variable)) -}}
{{- $remote := dict "key" $entry.remote.key -}}
{{- with $entry.remote.property }}{{ $_ := set $remote "property" . }}{{ end -}}
{{- $data = append $data (dict "secretKey" $variable "remoteRef" $remote) -}}
{{- end -}}
{{- end -}}
{{- if $data -}}
{{- with .root.Values.secrets.external -}}
refreshInterval: {{ .refreshInterval }}
secretStoreRef:
  name: {{ .store | quote }}
  kind: {{ .storeKind }}
{{- end }}
target:
  name: {{ include "gatehouse.objectName" . }}-external
data:
  {{- toYaml $data | nindent 2 }}
{{- end -}}
{{- end -}}
