/** Boolean SQL: does subscription `s` want event `e`? No filter wants all; no gym passes every gym filter (O-51). */
export const wantsSql = (s: string, e: string): string =>
  `((${s}.event_types is null or ${e}.type = any(${s}.event_types))
    and (${s}.gym_id is null or ${e}.gym_id is null or ${e}.gym_id = ${s}.gym_id))`;
