{{/* The secrets, by the names of their variables; a value is the key of `secrets` in values.yaml. */}}
{{- define "gatehouse.secretNames" -}}
DATABASE_URL: databaseUrl
OPERATOR_API_KEY: operatorApiKey
SECRETS_KEY: secretsKey
SMTP_URL: smtpUrl
FACEBOOK_APP_SECRET: facebookAppSecret
{{- end -}}

{{/*
Where each secret that is used lies, as JSON: {"SECRETS_KEY": {"secret": "name of a Secret", "key": "key in it"}}.
`migrating`: the job has the owner's DATABASE_URL, where there is one, and copies of what the chart makes.
*/}}
{{- define "gatehouse.secretPlaces" -}}
{{- $secrets := .root.Values.secrets -}}
{{- $made := include "gatehouse.madeSecretName" . -}}
{{- $places := dict -}}
{{- range $name, $field := include "gatehouse.secretNames" . | fromYaml -}}
{{- $entry := get $secrets $field -}}
{{- if and $.migrating (eq $name "DATABASE_URL") -}}
{{- $owner := $.root.Values.migrations.databaseUrl -}}
{{- if or $owner.value $owner.existingSecret -}}
{{- $entry = $owner -}}
{{- end -}}
{{- end -}}
{{- if $entry.value -}}
{{- $_ := set $places $name (dict "secret" $made "key" $name) -}}
{{- else if $entry.existingSecret -}}
{{- $_ := set $places $name (dict "secret" $entry.existingSecret "key" ($entry.key | default $name)) -}}
{{- else if and $secrets.existingSecret $entry.key -}}
{{- $_ := set $places $name (dict "secret" $secrets.existingSecret "key" $entry.key) -}}
{{- end -}}
{{- end -}}
{{- $places | toJson -}}
{{- end -}}

{{- define "gatehouse.madeSecretName" -}}
{{ include "gatehouse.fullname" .root }}{{ if .migrating }}-migrate{{ end }}
{{- end -}}
