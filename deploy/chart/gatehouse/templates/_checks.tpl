{{/* What the schema cannot say: each sentence names what to set. */}}
{{- define "gatehouse.checks" -}}
{{- include "gatehouse.checkSecrets" . -}}
{{- include "gatehouse.checkVolumes" . -}}
{{- include "gatehouse.checkSurfaces" . -}}
{{- include "gatehouse.checkConnections" . -}}
{{- if and (hasKey .Values.config "MIGRATE") (ne .Values.migrations.run "none") -}}
{{- fail "config.MIGRATE is for migrations.run none: set one of them." -}}
{{- end -}}
{{- if and .Values.networkPolicy.enabled (not .Values.networkPolicy.httpFrom) -}}
{{- fail "networkPolicy.enabled would shut everybody out: set networkPolicy.httpFrom to the pods of the ingress controller." -}}
{{- end -}}
{{- with .Values.autoscaling -}}
{{- if and .enabled (gt (int .minReplicas) (int .maxReplicas)) -}}
{{- fail (printf "autoscaling.minReplicas (%v) is more than autoscaling.maxReplicas (%v)." .minReplicas .maxReplicas) -}}
{{- end -}}
{{- if and .enabled (not .cpuUtilization) (not .requests.perPod) -}}
{{- fail "autoscaling.enabled needs something to go by: set autoscaling.cpuUtilization or autoscaling.requests.perPod." -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{- define "gatehouse.checkSecrets" -}}
{{- $secrets := .Values.secrets -}}
{{- $fields := include "gatehouse.secretFields" . | fromYaml -}}
{{- range $variable, $entry := include "gatehouse.secretEntries" . | fromJson -}}
{{- $path := ternary "migrations.databaseUrl" (printf "secrets.%s" (get $fields $variable)) (eq $variable "MIGRATION_DATABASE_URL") -}}
{{- $ways := compact (list $entry.value $entry.existingSecret $entry.remote.key) -}}
{{- if gt (len $ways) 1 -}}
{{- fail (printf "%s is given twice: keep one of value, existingSecret and remote." $path) -}}
{{- end -}}
{{- if and $entry.remote.key (not $secrets.external.store) -}}
{{- fail (printf "%s.remote needs secrets.external.store: the name of a SecretStore." $path) -}}
{{- end -}}
{{- end -}}
{{- $places := include "gatehouse.secretPlaces" (dict "root" .) | fromJson -}}
{{- range $variable := list "DATABASE_URL" "OPERATOR_API_KEY" "SECRETS_KEY" -}}
{{- if not (hasKey $places $variable) -}}
{{- $field := get $fields $variable -}}
{{- fail (printf "%s is missing: set secrets.existingSecret to a Secret with the key %s, or one of secrets.%s.existingSecret, .remote and .value." $variable $variable $field) -}}
{{- end -}}
{{- end -}}
{{- if and (hasKey $places "SMTP_URL") (not .Values.config.MAIL_FROM) -}}
{{- fail "secrets.smtpUrl needs a sender: set config.MAIL_FROM, such as \"Gym <no-reply@example.com>\"." -}}
{{- end -}}
{{- if and .Values.config.FACEBOOK_APP_ID (not (hasKey $places "FACEBOOK_APP_SECRET")) -}}
{{- fail "config.FACEBOOK_APP_ID needs secrets.facebookAppSecret." -}}
{{- end -}}
{{- end -}}

{{- define "gatehouse.checkVolumes" -}}
{{- if and (eq .Values.spool.volume "shared") (not .Values.spool.existingClaim) -}}
{{- fail "spool.volume shared needs spool.existingClaim: a PersistentVolumeClaim with ReadWriteMany." -}}
{{- end -}}
{{- with .Values.ca -}}
{{- if gt (len (compact (list .existingConfigMap .existingSecret .certificates))) 1 -}}
{{- fail "ca is given twice: keep one of existingConfigMap, existingSecret and certificates." -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{/* Links, cookies and passkeys belong to the host of publicUrl. */}}
{{- define "gatehouse.checkSurfaces" -}}
{{- if not .Values.publicUrl -}}
{{- fail "Set publicUrl: the origin that people and Wellhub call, such as https://gatehouse.example.com." -}}
{{- end -}}
{{- $url := urlParse .Values.publicUrl -}}
{{- if or (not (has $url.scheme (list "https" "http"))) (not $url.host) (not (has $url.path (list "" "/"))) $url.query -}}
{{- fail (printf "publicUrl must be an origin such as https://gatehouse.example.com, without a path: %s is none." .Values.publicUrl) -}}
{{- end -}}
{{- $own := include "gatehouse.publicHost" . -}}
{{- range $surface := list "members" "console" -}}
{{- $host := (get $.Values.surfaces $surface).host -}}
{{- if and $host (ne $host $own) -}}
{{- fail (printf "surfaces.%s.host must be that of publicUrl (%s), or empty: the links in mails, log-ins and passkeys are made for it." $surface $own) -}}
{{- end -}}
{{- end -}}
{{- range $entrance := list "public" "internal" -}}
{{- with get $.Values.httpRoute $entrance -}}
{{- if and .enabled (not .parentRefs) -}}
{{- fail (printf "httpRoute.%s.enabled needs httpRoute.%s.parentRefs: the Gateway that it belongs to." $entrance $entrance) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{- define "gatehouse.checkConnections" -}}
{{- $most := int .Values.databaseMaxConnections -}}
{{- $needed := include "gatehouse.connections" . | int -}}
{{- if and (gt $most 0) (gt $needed $most) -}}
{{- fail (printf "Up to %d connections to the database, and databaseMaxConnections is %d: lower config.DATABASE_POOL_SIZE or the number of pods, or put a pooler between." $needed $most) -}}
{{- end -}}
{{- end -}}
