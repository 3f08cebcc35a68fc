/**
 * The Windows name of a time zone and the IANA zones that it covers, from the table `windowsZones` of Unicode CLDR.
 * A zone that is not here is shown by its IANA name (`users-api.md` 5).
 */
const ZONES: Readonly<Record<string, string>> = {
  // Americas
  'Hawaiian Standard Time': 'Pacific/Honolulu',
  'Alaskan Standard Time': 'America/Anchorage America/Juneau America/Nome America/Sitka',
  'Pacific Standard Time (Mexico)': 'America/Tijuana',
  'Pacific Standard Time': 'America/Los_Angeles America/Vancouver',
  'US Mountain Standard Time': 'America/Phoenix America/Hermosillo',
  'Mountain Standard Time (Mexico)': 'America/Mazatlan',
  'Mountain Standard Time': 'America/Denver America/Boise America/Edmonton America/Ciudad_Juarez',
  'Central America Standard Time':
    'America/Guatemala America/Costa_Rica America/El_Salvador America/Tegucigalpa America/Managua America/Belize',
  'Central Standard Time': 'America/Chicago America/Winnipeg America/Matamoros',
  'Central Standard Time (Mexico)':
    'America/Mexico_City America/Merida America/Monterrey America/Chihuahua',
  'Canada Central Standard Time': 'America/Regina',
  'SA Pacific Standard Time':
    'America/Bogota America/Lima America/Guayaquil America/Panama America/Jamaica America/Cayman America/Rio_Branco',
  'Eastern Standard Time (Mexico)': 'America/Cancun',
  'Eastern Standard Time':
    'America/New_York America/Toronto America/Detroit America/Nassau America/Kentucky/Louisville',
  'US Eastern Standard Time': 'America/Indianapolis America/Indiana/Indianapolis',
  'Haiti Standard Time': 'America/Port-au-Prince',
  'Cuba Standard Time': 'America/Havana',
  'Venezuela Standard Time': 'America/Caracas',
  'Paraguay Standard Time': 'America/Asuncion',
  'Atlantic Standard Time': 'America/Halifax America/Moncton Atlantic/Bermuda',
  'Central Brazilian Standard Time': 'America/Cuiaba America/Campo_Grande',
  'SA Western Standard Time':
    'America/La_Paz America/Puerto_Rico America/Santo_Domingo America/Manaus America/Porto_Velho America/Boa_Vista America/Barbados America/Curacao America/Port_of_Spain America/Martinique America/Guyana',
  'Pacific SA Standard Time': 'America/Santiago',
  'Newfoundland Standard Time': 'America/St_Johns',
  'E. South America Standard Time': 'America/Sao_Paulo',
  'SA Eastern Standard Time':
    'America/Cayenne America/Fortaleza America/Recife America/Belem America/Maceio America/Santarem America/Paramaribo',
  'Argentina Standard Time':
    'America/Buenos_Aires America/Argentina/Buenos_Aires America/Cordoba America/Argentina/Cordoba America/Mendoza America/Argentina/Mendoza',
  'Montevideo Standard Time': 'America/Montevideo',
  'Bahia Standard Time': 'America/Bahia',
  'Tocantins Standard Time': 'America/Araguaina',
  'UTC-02': 'America/Noronha',
  // Europe and Africa
  'Azores Standard Time': 'Atlantic/Azores',
  'Cape Verde Standard Time': 'Atlantic/Cape_Verde',
  UTC: 'UTC Etc/UTC Etc/GMT',
  'GMT Standard Time':
    'Europe/London Europe/Dublin Europe/Lisbon Europe/Jersey Europe/Guernsey Europe/Isle_of_Man Atlantic/Canary Atlantic/Madeira',
  'Greenwich Standard Time': 'Atlantic/Reykjavik Africa/Abidjan Africa/Accra Africa/Dakar',
  'Morocco Standard Time': 'Africa/Casablanca',
  'W. Europe Standard Time':
    'Europe/Berlin Europe/Vienna Europe/Zurich Europe/Rome Europe/Amsterdam Europe/Stockholm Europe/Oslo Europe/Luxembourg Europe/Malta Europe/Monaco Europe/San_Marino Europe/Vaduz Europe/Andorra',
  'Central Europe Standard Time':
    'Europe/Budapest Europe/Prague Europe/Bratislava Europe/Ljubljana Europe/Belgrade Europe/Tirane Europe/Podgorica',
  'Romance Standard Time':
    'Europe/Paris Europe/Madrid Europe/Brussels Europe/Copenhagen Africa/Ceuta',
  'Central European Standard Time': 'Europe/Warsaw Europe/Zagreb Europe/Sarajevo Europe/Skopje',
  'W. Central Africa Standard Time': 'Africa/Lagos Africa/Algiers Africa/Tunis Africa/Luanda',
  'GTB Standard Time': 'Europe/Bucharest Europe/Athens Asia/Nicosia',
  'E. Europe Standard Time': 'Europe/Chisinau',
  'FLE Standard Time':
    'Europe/Kiev Europe/Kyiv Europe/Helsinki Europe/Tallinn Europe/Riga Europe/Vilnius Europe/Sofia Europe/Mariehamn',
  'Egypt Standard Time': 'Africa/Cairo',
  'South Africa Standard Time': 'Africa/Johannesburg Africa/Harare Africa/Maputo Africa/Lusaka',
  'Kaliningrad Standard Time': 'Europe/Kaliningrad',
  'E. Africa Standard Time': 'Africa/Nairobi Africa/Addis_Ababa Africa/Kampala',
  'Turkey Standard Time': 'Europe/Istanbul',
  'Belarus Standard Time': 'Europe/Minsk',
  'Russian Standard Time': 'Europe/Moscow Europe/Simferopol',
  // Asia and Oceania
  'Israel Standard Time': 'Asia/Jerusalem',
  'Middle East Standard Time': 'Asia/Beirut',
  'Jordan Standard Time': 'Asia/Amman',
  'Arab Standard Time': 'Asia/Riyadh Asia/Kuwait Asia/Qatar Asia/Bahrain',
  'Arabic Standard Time': 'Asia/Baghdad',
  'Iran Standard Time': 'Asia/Tehran',
  'Arabian Standard Time': 'Asia/Dubai Asia/Muscat',
  'Azerbaijan Standard Time': 'Asia/Baku',
  'Georgian Standard Time': 'Asia/Tbilisi',
  'Caucasus Standard Time': 'Asia/Yerevan',
  'Mauritius Standard Time': 'Indian/Mauritius',
  'West Asia Standard Time': 'Asia/Tashkent Indian/Maldives',
  'Pakistan Standard Time': 'Asia/Karachi',
  'India Standard Time': 'Asia/Kolkata Asia/Calcutta',
  'Sri Lanka Standard Time': 'Asia/Colombo',
  'Nepal Standard Time': 'Asia/Kathmandu Asia/Katmandu',
  'Bangladesh Standard Time': 'Asia/Dhaka',
  'SE Asia Standard Time': 'Asia/Bangkok Asia/Jakarta Asia/Saigon Asia/Ho_Chi_Minh',
  'China Standard Time': 'Asia/Shanghai Asia/Hong_Kong Asia/Macau',
  'Singapore Standard Time': 'Asia/Singapore Asia/Kuala_Lumpur Asia/Manila Asia/Makassar',
  'Taipei Standard Time': 'Asia/Taipei',
  'W. Australia Standard Time': 'Australia/Perth',
  'Tokyo Standard Time': 'Asia/Tokyo',
  'Korea Standard Time': 'Asia/Seoul',
  'AUS Central Standard Time': 'Australia/Darwin',
  'Cen. Australia Standard Time': 'Australia/Adelaide',
  'E. Australia Standard Time': 'Australia/Brisbane',
  'AUS Eastern Standard Time': 'Australia/Sydney Australia/Melbourne',
  'Tasmania Standard Time': 'Australia/Hobart',
  'New Zealand Standard Time': 'Pacific/Auckland',
};

const BY_ZONE = new Map(
  Object.entries(ZONES).flatMap(([name, zones]) => zones.split(' ').map((zone) => [zone, name])),
);

export const windowsZone = (zone: string): string => BY_ZONE.get(zone) ?? zone;
