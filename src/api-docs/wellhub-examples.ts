/** Payloads as Wellhub sends them, for the OpenAPI document and the page. */
export const REGISTRATION = {
  gympass_user_id: 'gpw-29caecdf-2d5e-40b8-82b4-d0a044fa4679',
  email: 'user@example.com',
  origin: 'ios',
  user_status: '1',
  country_code: 'GB',
};

export const CANCELLATION = {
  user_id: 'gpw-29caecdf-2d5e-40b8-82b4-d0a044fa4679',
  plan_id: '0',
  event_time: 1_795_280_400_000,
  event_id: '0b8f0a52-6c0e-4a3e-9a57-2f5d0c1b7e11',
  event_type: 'wellness-user-plan-canceled',
};

export const CHANGE = {
  user_id: 'gpw-29caecdf-2d5e-40b8-82b4-d0a044fa4679',
  plan_id: '2',
  event_time: 1_795_280_400_000,
  event_id: '5c7e4b1c-96a5-4c55-8a9e-0d9f7a2f6a34',
};

export const CHECK_IN = {
  event_type: 'checkin',
  event_data: {
    user: {
      unique_token: '0012345678905',
      first_name: 'Ana',
      last_name: 'Prado',
      email: 'ana@example.com',
      phone_number: '+5511999990000',
    },
    location: { lat: -23.5505, lon: -46.6333 },
    timestamp: 1_795_280_400,
    gym: { id: 1042, title: 'Fit Centro', product: { id: 31, description: 'Gym floor' } },
  },
};

export const BOOKED_CHECK_IN = {
  event_type: 'checkin-booking-occurred',
  event_data: {
    booking: { booking_number: 'BK_8F2K1Q' },
    user: { unique_token: '0012345678905' },
    timestamp: 1_795_280_400,
    expires_at: 1_795_285_800,
    gym: { id: 1042, title: 'Fit Centro', product: { description: 'Yoga', pass_type_number: 4 } },
  },
};

export const BOOKING = {
  event_type: 'booking-requested',
  event_data: {
    user: { unique_token: '0012345678905', name: 'Ana Prado' },
    timestamp: 1_795_280_400_000,
    event_id: '6d5f6a4e-3f0c-4d0a-8a54-9b9a8f7d2c10',
    slot: { id: 771, gym_id: 1042, class_id: 55, booking_number: 'BK_8F2K1Q' },
  },
};
