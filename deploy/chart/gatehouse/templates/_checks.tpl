{{/* What the schema cannot say: each sentence names what to set. */}}
{{- define "gatehouse.checks" -}}
{{- $secrets := .Values.secrets -}}
{{- if not .Values.publicUrl -}}
{{- fail "Set publicUrl: the origin that people and Wellhub call, such as https://gatehouse.example.com." -}}
{{- end -}}
{{- $places := include "gatehouse.secretPlaces" (dict "root" .) | fromJson -}}
{{- range $name := list "DATABASE_URL" "OPERATOR_API_KEY" "SECRETS_KEY" -}}
{{- if not (hasKey $places $name) -}}
{{- $field := get (include "gatehouse.secretNames" $ | fromYaml) $name -}}
{{- fail (printf "%s is nowhere: set secrets.existingSecret to a Secret with the key %s, or secrets.%s.existingSecret and .key, or secrets.%s.value." $name $name $field $field) -}}
{{- end -}}
{{- end -}}
{{- end -}}
