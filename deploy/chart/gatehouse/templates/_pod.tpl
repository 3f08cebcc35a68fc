{{/* What every pod of ours has: where it may run, and nothing that it may do. */}}
{{- define "gatehouse.podSettings" -}}
{{- $values := .root.Values -}}
serviceAccountName: {{ include "gatehouse.serviceAccountName" . | quote }}
automountServiceAccountToken: false
enableServiceLinks: false
{{- with $values.imagePullSecrets }}
imagePullSecrets:
  {{- toYaml . | nindent 2 }}
{{- end }}
securityContext:
  {{- toYaml $values.podSecurityContext | nindent 2 }}
{{- with $values.priorityClassName }}
priorityClassName: {{ . | quote }}
{{- end }}
{{- with $values.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with $values.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- /* Away from other pods is a matter of those that stay. */}}
{{- with empty .role | not | ternary $values.affinity (pick $values.affinity "nodeAffinity") }}
affinity:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with $values.hostAliases }}
hostAliases:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with $values.dnsConfig }}
dnsConfig:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{/* What every container of ours has. */}}
{{- define "gatehouse.container" -}}
{{- $values := .root.Values -}}
image: {{ include "gatehouse.image" .root | quote }}
imagePullPolicy: {{ $values.image.pullPolicy }}
securityContext:
  {{- toYaml $values.securityContext | nindent 2 }}
env:
  {{- include "gatehouse.environment" . | nindent 2 }}
{{- with $values.extraEnvFrom }}
envFrom:
  {{- toYaml . | nindent 2 }}
{{- end }}
volumeMounts:
  {{- include "gatehouse.volumeMounts" . | nindent 2 }}
{{- end -}}
