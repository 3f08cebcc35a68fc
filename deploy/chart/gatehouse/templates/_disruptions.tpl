{{/* One pod alone may always be moved: a budget would only keep its node from being emptied. */}}
{{- define "gatehouse.disruptionBudget" -}}
{{- if and .root.Values.podDisruptionBudget.enabled (gt (int .pods) 1) -}}
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: {{ include "gatehouse.fullname" .root }}{{ .suffix }}
  labels:
    {{- include "gatehouse.labels" . | nindent 4 }}
spec:
  maxUnavailable: {{ .root.Values.podDisruptionBudget.maxUnavailable }}
  # A pod that never became ready is no reason to keep its node.
  unhealthyPodEvictionPolicy: AlwaysAllow
  selector:
    matchLabels:
      {{- include "gatehouse.selectorLabels" . | nindent 6 }}
{{- end -}}
{{- end -}}
