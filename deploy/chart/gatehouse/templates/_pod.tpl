{{/* What every pod of ours has: who it is, where it may run, and nothing that it may do. */}}
{{- define "gatehouse.podSettings" -}}
{{- $values := .root.Values -}}
automountServiceAccountToken: false
enableServiceLinks: false
{{- with $values.imagePullSecrets }}
imagePullSecrets:
  {{- toYaml . | nindent 2 }}
{{- end }}
securityContext:
  {{- toYaml $values.podSecurityContext | nindent 2 }}
{{- with $values.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- with $values.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with $values.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{/* What every container of ours has. */}}
{{- define "gatehouse.container" -}}
{{- $values := .root.Values -}}
image: {{ include "gatehouse.image" .root }}
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

{{- define "gatehouse.volumeMounts" -}}
- name: data
  mountPath: /data
{{- if include "gatehouse.hasSecretFiles" . }}
- name: secrets
  mountPath: /etc/gatehouse/secrets
  readOnly: true
{{- end }}
{{- with .root.Values.extraVolumeMounts }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{- define "gatehouse.volumes" -}}
- name: data
  emptyDir: {}
{{- if include "gatehouse.hasSecretFiles" . }}
- name: secrets
  projected:
    # 0440: of the group, so that whichever user runs the pod may read them.
    defaultMode: 288
    sources:
      {{- range $name, $place := include "gatehouse.secretPlaces" . | fromJson }}
      - secret:
          name: {{ $place.secret }}
          items:
            - key: {{ $place.key }}
              path: {{ $name }}
      {{- end }}
{{- end }}
{{- with .root.Values.extraVolumes }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{- define "gatehouse.hasSecretFiles" -}}
{{- if eq .root.Values.secrets.as "files" -}}true{{- end -}}
{{- end -}}
