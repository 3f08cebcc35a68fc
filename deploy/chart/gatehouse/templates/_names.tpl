{{- define "gatehouse.name" -}}
{{- .Values.nameOverride | default .Chart.Name | trunc 40 | trimSuffix "-" -}}
{{- end -}}

{{- define "gatehouse.fullname" -}}
{{- if .Values.fullnameOverride -}}
{{- include "gatehouse.short" .Values.fullnameOverride -}}
{{- else if contains (include "gatehouse.name" .) .Release.Name -}}
{{- include "gatehouse.short" .Release.Name -}}
{{- else -}}
{{- include "gatehouse.short" (printf "%s-%s" .Release.Name (include "gatehouse.name" .)) -}}
{{- end -}}
{{- end -}}

{{/*
Short enough for `-migrate-external` behind it, and for the names that Kubernetes makes of a StatefulSet's. What is cut off
stays as a checksum, so that two long names do not become one.
*/}}
{{- define "gatehouse.short" -}}
{{- if gt (len .) 42 -}}
{{- printf "%s-%s" (trunc 33 . | trimSuffix "-") (sha256sum . | trunc 8) -}}
{{- else -}}
{{- . -}}
{{- end -}}
{{- end -}}

{{/*
Name of what belongs to a program. A hook runs before the release's objects exist, so the Job that migrates has copies of
what it needs: with names of their own, made before it and deleted after it.
*/}}
{{- define "gatehouse.objectName" -}}
{{ include "gatehouse.fullname" .root }}{{ if .inJob }}-migrate{{ end }}
{{- end -}}

{{/* What selects pods. A selector cannot be changed, so nothing is in here that may. */}}
{{- define "gatehouse.selectorLabels" -}}
app.kubernetes.io/name: {{ include "gatehouse.name" .root }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- end -}}

{{- define "gatehouse.versionLabels" -}}
app.kubernetes.io/version: {{ .root.Values.image.tag | default .root.Chart.AppVersion | trunc 63 | quote }}
{{- with .root.Values.commonLabels }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{- define "gatehouse.labels" -}}
{{ include "gatehouse.selectorLabels" . }}
{{ include "gatehouse.versionLabels" . }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" }}
{{- end -}}

{{/* The chart's version is none of them: by itself it restarts no pod. */}}
{{- define "gatehouse.podLabels" -}}
{{ include "gatehouse.selectorLabels" . }}
{{ include "gatehouse.versionLabels" . }}
{{- if .role }}
gatehouse/serves-metrics: "true"
{{- end }}
{{- with .root.Values.podLabels }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{- define "gatehouse.image" -}}
{{- with .Values.image -}}
{{- $place := empty .registry | ternary .repository (printf "%s/%s" .registry .repository) -}}
{{- if .digest -}}
{{- printf "%s@%s" $place .digest -}}
{{- else -}}
{{- printf "%s:%s" $place (.tag | default $.Chart.AppVersion) -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{- define "gatehouse.serviceAccountName" -}}
{{- with .root.Values -}}
{{- if and $.inJob .migrations.serviceAccountName -}}
{{- .migrations.serviceAccountName -}}
{{- else if not .serviceAccount.create -}}
{{- .serviceAccount.name | default "default" -}}
{{- else if $.inJob -}}
{{- include "gatehouse.objectName" $ -}}
{{- else -}}
{{- .serviceAccount.name | default (include "gatehouse.objectName" $) -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{/* Annotations of what exists for the Job only. Its order among hooks is its weight. */}}
{{- define "gatehouse.jobCopy" -}}
helm.sh/hook: pre-install,pre-upgrade
helm.sh/hook-weight: "-10"
helm.sh/hook-delete-policy: before-hook-creation,hook-succeeded
{{- end -}}

{{- define "gatehouse.publicHost" -}}
{{- get (urlParse .Values.publicUrl) "host" | splitList ":" | first -}}
{{- end -}}
