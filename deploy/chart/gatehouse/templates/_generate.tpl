{{/*
`secrets.generate`: what is missing is taken from the Secret of the installed release, and made only where there is none.
It becomes the entry's value, so that all templates of one rendering agree.
*/}}
{{- define "gatehouse.generateKeys" -}}
{{- if .Values.secrets.generate -}}
{{- range $variable, $field := dict "OPERATOR_API_KEY" "operatorApiKey" "SECRETS_KEY" "secretsKey" -}}
{{- $entry := get $.Values.secrets $field -}}
{{- if not (include "gatehouse.isGiven" $entry) -}}
{{- $found := lookup "v1" "Secret" $.Release.Namespace (include "gatehouse.fullname" $) -}}
{{- with get ($found.data | default dict) $variable -}}
{{- $_ := set $entry "value" (b64dec .) -}}
{{- else -}}
{{- include "gatehouse.mayGenerate" $ -}}
{{- $_ := set $entry "value" (ternary (randBytes 32) (randAlphaNum 48) (eq $variable "SECRETS_KEY")) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{/* A list of Secrets is never empty where a cluster answers: an answer has a kind at least. */}}
{{- define "gatehouse.mayGenerate" -}}
{{- $name := include "gatehouse.fullname" . -}}
{{- if not (lookup "v1" "Secret" .Release.Namespace "") -}}
{{- fail "secrets.generate cannot see the cluster (helm template, a dry run without --dry-run=server, Argo CD), so it would make another SECRETS_KEY each time. Make the keys yourself and set secrets.existingSecret." -}}
{{- end -}}
{{- if or (lookup "apps/v1" "Deployment" .Release.Namespace $name) (lookup "apps/v1" "StatefulSet" .Release.Namespace $name) -}}
{{- fail (printf "The Secret %s lacks keys that running pods have. New ones would not open what is stored: restore it, or set secrets.secretsKey.value and secrets.operatorApiKey.value to the old ones." $name) -}}
{{- end -}}
{{- end -}}
