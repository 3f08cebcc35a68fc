{{/* A pod that serves: of the Deployment, of the StatefulSet, or of background work. */}}
{{- define "gatehouse.servingPod" -}}
{{- $values := .root.Values -}}
{{- $migrating := merge (dict "migrates" true) (omit . "role") -}}
metadata:
  labels:
    {{- include "gatehouse.podLabels" . | nindent 4 }}
  {{- with include "gatehouse.servingAnnotations" . }}
  annotations:
    {{- . | trim | nindent 4 }}
  {{- end }}
spec:
  {{- include "gatehouse.podSettings" . | nindent 2 }}
  terminationGracePeriodSeconds: {{ add $values.shutdown.preStopSeconds $values.shutdown.stopSeconds }}
  topologySpreadConstraints:
    {{- include "gatehouse.spread" . | trim | nindent 4 }}
  {{- with include "gatehouse.initContainers" . }}
  initContainers:
    {{- . | trim | nindent 4 }}
  {{- end }}
  containers:
    - name: gatehouse
      args: [serve]
      {{- include "gatehouse.container" . | nindent 6 }}
      ports:
        - name: http
          containerPort: 3000
        - name: metrics
          containerPort: 9090
      {{- if gt (int $values.shutdown.preStopSeconds) 0 }}
      lifecycle:
        preStop:
          # By the kubelet: no program starts in a pod that is still answering, and it works with an image without `sleep`.
          sleep:
            seconds: {{ $values.shutdown.preStopSeconds }}
      {{- end }}
      {{- include "gatehouse.probes" . | nindent 6 }}
      {{- with .resources }}
      resources:
        {{- toYaml . | nindent 8 }}
      {{- end }}
    {{- with $values.extraContainers }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  volumes:
    {{- include "gatehouse.volumes" . | nindent 4 }}
    {{- if and (eq $values.migrations.run "initContainer") (include "gatehouse.hasOwnSecrets" $migrating) }}
    {{- include "gatehouse.secretsVolume" $migrating | nindent 4 }}
    {{- end }}
{{- end -}}

{{/* A Secret or a file that the chart makes restarts the pods when it changes; of others the chart knows nothing. */}}
{{- define "gatehouse.servingAnnotations" -}}
{{- $made := include "gatehouse.secretData" . -}}
{{- if ne $made "{}" }}
checksum/secrets: {{ sha256sum $made }}
{{- end }}
{{- with .root.Values.ca.certificates }}
checksum/ca: {{ sha256sum . }}
{{- end }}
{{- with .root.Values.podAnnotations }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{- define "gatehouse.probes" -}}
{{- with .root.Values.probes -}}
startupProbe:
  httpGet: { path: /health/live, port: http }
  {{- toYaml .startup | nindent 2 }}
livenessProbe:
  httpGet: { path: /health/live, port: http }
  {{- toYaml .liveness | nindent 2 }}
readinessProbe:
  httpGet: { path: /health/ready, port: http }
  {{- toYaml .readiness | nindent 2 }}
{{- end -}}
{{- end -}}

{{/* An update is spread by itself: its pods do not count those that they replace. */}}
{{- define "gatehouse.spread" -}}
{{- with .root.Values.topologySpreadConstraints -}}
{{- toYaml . -}}
{{- else -}}
{{- range $key := list "topology.kubernetes.io/zone" "kubernetes.io/hostname" }}
- topologyKey: {{ $key }}
  maxSkew: 1
  whenUnsatisfiable: ScheduleAnyway
  matchLabelKeys: [{{ $.isStateful | default false | ternary "controller-revision-hash" "pod-template-hash" }}]
  labelSelector:
    matchLabels:
      {{- include "gatehouse.selectorLabels" $ | nindent 6 }}
{{- end }}
{{- end -}}
{{- end -}}

{{/* Yours first: a proxy to the database runs before what migrates. */}}
{{- define "gatehouse.initContainers" -}}
{{- with .root.Values.initContainers }}
{{ toYaml . }}
{{- end }}
{{- if eq .root.Values.migrations.run "initContainer" }}
- name: migrate
  args: [migrate]
  {{- include "gatehouse.container" (merge (dict "migrates" true) (omit . "role")) | nindent 2 }}
  {{- with .root.Values.migrations.resources }}
  resources:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end }}
{{- end -}}
