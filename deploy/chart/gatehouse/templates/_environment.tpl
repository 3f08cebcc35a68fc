{{/* The environment of every program of ours. One without a `role` does not serve. */}}
{{- define "gatehouse.environment" -}}
{{- $values := .root.Values -}}
- name: PUBLIC_URL
  value: {{ $values.publicUrl | quote }}
{{- with $values.surfaces.wellhub.host }}
- name: WELLHUB_PUBLIC_URL
  value: https://{{ . }}
{{- end }}
- name: DATA_DIR
  value: /data
{{- if eq $values.spool.volume "off" }}
- name: SPOOL_DIR
  value: "off"
{{- end }}
{{- if .role }}
- name: ROLE
  value: {{ .role }}
- name: PORT
  value: "3000"
- name: METRICS_PORT
  value: "9090"
- name: KEEP_ALIVE_SECONDS
  value: {{ $values.keepAliveSeconds | int64 | quote }}
{{- if ne $values.migrations.run "none" }}
- name: MIGRATE
  value: "off"
{{- end }}
{{- with $values.trustProxy }}
- name: TRUST_PROXY
  value: {{ . | toString | quote }}
{{- end }}
{{- end }}
{{- if include "gatehouse.caSource" . }}
- name: NODE_EXTRA_CA_CERTS
  value: /etc/gatehouse/ca/{{ $values.ca.key }}
{{- end }}
{{- range $name, $value := include "gatehouse.config" . | fromYaml }}
- name: {{ $name }}
  value: {{ $value | quote }}
{{- end }}
{{- range $name, $place := include "gatehouse.secretPlaces" . | fromJson }}
{{- if eq $values.secrets.as "files" }}
- name: {{ $name }}_FILE
  value: /etc/gatehouse/secrets/{{ $name }}
{{- else }}
- name: {{ $name }}
  valueFrom:
    secretKeyRef:
      name: {{ $place.secret | quote }}
      key: {{ $place.key | quote }}
{{- end }}
{{- end }}
{{- with $values.extraEnv }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{- define "gatehouse.config" -}}
{{- $config := dict -}}
{{- range $given := list .root.Values.config (ternary .root.Values.background.config dict (eq .component "worker")) -}}
{{- range $name, $value := $given -}}
{{- if not (kindIs "invalid" $value) -}}
{{- $_ := set $config $name (include "gatehouse.settingText" $value) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- toYaml $config -}}
{{- end -}}

{{/* YAML reads `on` and `off` as booleans, and numbers as floating ones. */}}
{{- define "gatehouse.settingText" -}}
{{- if kindIs "bool" . -}}
{{- ternary "on" "off" . -}}
{{- else if kindIs "float64" . -}}
{{- int64 . -}}
{{- else -}}
{{- . -}}
{{- end -}}
{{- end -}}
