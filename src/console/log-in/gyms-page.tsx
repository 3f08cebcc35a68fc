import type { VNode } from 'preact';
import type { Gym } from '../../partners/index.js';
import { deskPath, type Staff } from '../layout/desk-context.js';
import { DeskLayout } from '../layout/desk-layout.js';

/** For keys of several gyms. */
export function gymsPage(
  { words, partnerName, who, hasAccount }: Staff,
  gyms: readonly Gym[],
): VNode {
  return (
    <DeskLayout
      words={words}
      title={words.gyms.title}
      place={partnerName}
      who={who}
      hasAccount={hasAccount}
    >
      <h1>{words.gyms.title}</h1>
      <p class="lead">{gyms.length === 0 ? words.gyms.none : words.gyms.lead}</p>
      <ul class="choice">
        {gyms.map((gym) => (
          <li key={gym.id}>
            <a class="button" href={deskPath({ gym })}>
              {gym.name}
            </a>
          </li>
        ))}
      </ul>
    </DeskLayout>
  );
}
