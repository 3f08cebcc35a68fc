{{- define "gatehouse.volumeMounts" -}}
- name: data
  mountPath: /data
{{- if eq .root.Values.secrets.as "files" }}
- name: {{ include "gatehouse.hasOwnSecrets" . | empty | ternary "secrets" "migration-secrets" }}
  mountPath: /etc/gatehouse/secrets
  readOnly: true
{{- end }}
{{- if include "gatehouse.caSource" . }}
- name: ca
  mountPath: /etc/gatehouse/ca
  readOnly: true
{{- end }}
{{- with .root.Values.extraVolumeMounts }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{- define "gatehouse.volumes" -}}
{{- include "gatehouse.dataVolume" . }}
{{- if eq .root.Values.secrets.as "files" }}
{{- include "gatehouse.secretsVolume" . | nindent 0 }}
{{- end }}
{{- with include "gatehouse.caSource" . }}
- name: ca
  {{- . | nindent 2 }}
{{- end }}
{{- with .root.Values.extraVolumes }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{- define "gatehouse.secretsVolume" -}}
- name: {{ include "gatehouse.hasOwnSecrets" . | empty | ternary "secrets" "migration-secrets" }}
  projected:
    # 0440: of the group, so that whichever user runs the pod may read them.
    defaultMode: 288
    sources:
      {{- range $name, $place := include "gatehouse.secretPlaces" . | fromJson }}
      - secret:
          name: {{ $place.secret | quote }}
          items:
            - key: {{ $place.key | quote }}
              path: {{ $name }}
      {{- end }}
{{- end -}}

{{/* Whether what migrates in a pod that serves has another address of the database than the rest of it. */}}
{{- define "gatehouse.hasOwnSecrets" -}}
{{- if and .migrates (not .inJob) (eq .root.Values.secrets.as "files") -}}
{{- include "gatehouse.isGiven" .root.Values.migrations.databaseUrl -}}
{{- end -}}
{{- end -}}

{{- define "gatehouse.caSource" -}}
{{- with .root.Values.ca -}}
{{- if .existingSecret -}}
secret:
  secretName: {{ .existingSecret | quote }}
{{- else if or .existingConfigMap .certificates -}}
configMap:
  name: {{ .existingConfigMap | default (printf "%s-ca" (include "gatehouse.objectName" $)) | quote }}
{{- end -}}
{{- end -}}
{{- end -}}

{{/* Only who answers requests has something to keep; its StatefulSet claims it itself. */}}
{{- define "gatehouse.dataVolume" -}}
{{- with .root.Values.spool -}}
{{- if ne $.component "server" -}}
- name: data
  emptyDir: {}
{{- else if or (eq .volume "emptyDir") (eq .volume "off") -}}
- name: data
  emptyDir:
    sizeLimit: {{ .size }}
{{- else if eq .volume "shared" -}}
- name: data
  persistentVolumeClaim:
    claimName: {{ .existingClaim | quote }}
{{- else if eq .volume "ephemeral" -}}
- name: data
  ephemeral:
    volumeClaimTemplate:
      spec:
        {{- include "gatehouse.claimSpec" $ | nindent 8 }}
{{- end -}}
{{- end -}}
{{- end -}}

{{- define "gatehouse.claimSpec" -}}
accessModes: [ReadWriteOnce]
{{- with .root.Values.spool.storageClassName }}
storageClassName: {{ . | quote }}
{{- end }}
resources:
  requests:
    storage: {{ .root.Values.spool.size }}
{{- end -}}
