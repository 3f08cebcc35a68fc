{{/* The environment of every program of ours. Without `role` it is one that does not serve. */}}
{{- define "gatehouse.environment" -}}
{{- $values := .root.Values -}}
- name: PUBLIC_URL
  value: {{ $values.publicUrl | quote }}
- name: DATA_DIR
  value: /data
{{- if .role }}
- name: ROLE
  value: {{ .role }}
- name: PORT
  value: "3000"
- name: METRICS_PORT
  value: "9090"
- name: MIGRATE
  value: {{ ternary "on" "off" (eq $values.migrations.run "none") | quote }}
{{- with $values.trustProxy }}
- name: TRUST_PROXY
  value: {{ . | toString | quote }}
{{- end }}
{{- with $values.keepAliveSeconds }}
- name: KEEP_ALIVE_SECONDS
  value: {{ . | int64 | quote }}
{{- end }}
{{- end }}
{{- range $name, $value := $values.config }}
{{- if not (kindIs "invalid" $value) }}
- name: {{ $name }}
  value: {{ include "gatehouse.settingText" $value | quote }}
{{- end }}
{{- end }}
{{- range $name, $place := include "gatehouse.secretPlaces" . | fromJson }}
{{- if eq $values.secrets.as "files" }}
- name: {{ $name }}_FILE
  value: /etc/gatehouse/secrets/{{ $name }}
{{- else }}
- name: {{ $name }}
  valueFrom:
    secretKeyRef:
      name: {{ $place.secret }}
      key: {{ $place.key }}
{{- end }}
{{- end }}
{{- with $values.extraEnv }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{/* YAML reads `on` and `off` as booleans, and large numbers as floating ones. */}}
{{- define "gatehouse.settingText" -}}
{{- if kindIs "bool" . -}}
{{- ternary "on" "off" . -}}
{{- else if kindIs "float64" . -}}
{{- int64 . -}}
{{- else -}}
{{- . -}}
{{- end -}}
{{- end -}}
