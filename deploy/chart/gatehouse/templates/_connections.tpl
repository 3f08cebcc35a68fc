{{/* Pods of each kind at most, while an update runs: one more than there are. */}}
{{- define "gatehouse.mostPods" -}}
{{- $servers := .Values.autoscaling.enabled | ternary .Values.autoscaling.maxReplicas .Values.replicas | int -}}
{{- $workers := .Values.background.enabled | ternary .Values.background.replicas 0 | int -}}
{{- add $servers (ternary 0 1 (eq .Values.spool.volume "claims")) $workers (min $workers 1) -}}
{{- end -}}

{{/* Connections to the database at most: each process has a pool, and a start needs up to three more for a moment. */}}
{{- define "gatehouse.connections" -}}
{{- $processes := .Values.config.WORKERS | default 1 | int -}}
{{- $pool := .Values.config.DATABASE_POOL_SIZE | default 10 | int -}}
{{- add (mul (include "gatehouse.mostPods" . | int) $processes $pool) 3 -}}
{{- end -}}
