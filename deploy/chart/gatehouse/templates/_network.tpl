{{/* What every program reaches: names, and the database. */}}
{{- define "gatehouse.basicEgress" -}}
{{- with .root.Values.networkPolicy -}}
# Names: which server answers them differs (a node-local cache has an address of the node).
- ports:
    - { port: 53, protocol: UDP }
    - { port: 53, protocol: TCP }
- ports:
    - { port: {{ .database.port }}, protocol: TCP }
  {{- with .database.to }}
  to:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- with .extraEgress }}
{{ toYaml . }}
{{- end }}
{{- end -}}
{{- end -}}

{{/* What programs that serve reach besides. */}}
{{- define "gatehouse.servingEgress" -}}
{{- range $target := list .root.Values.networkPolicy.smtp .root.Values.networkPolicy.https }}
{{- if $target.ports }}
- ports:
    {{- range $target.ports }}
    - { port: {{ . }}, protocol: TCP }
    {{- end }}
  {{- with $target.to }}
  to:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end }}
{{- end }}
{{- end -}}

{{/* Who may read metrics; nobody, when nobody is named. */}}
{{- define "gatehouse.metricsIngress" -}}
{{- with .root.Values.networkPolicy.metricsFrom -}}
- ports:
    - { port: metrics, protocol: TCP }
  from:
    {{- toYaml . | nindent 4 }}
{{- end -}}
{{- end -}}
