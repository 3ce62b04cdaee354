import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { EmployersContext } from '../context.js';
import { EmployerTile } from './employer-tile.js';
import { EmployerTileText, HelpText } from './help-text.js';
import type { HelpTopic } from './help-topics.js';
import type { SupportSettings } from './support-settings.js';
import { tileTexts } from './tile-texts.js';

const withSettings = ({ key, title, nl, en, links = [], support }: HelpTopic, settings: SupportSettings): HelpText => ({
  key,
  title,
  nl,
  en: en ?? null,
  links: links.flatMap((link) => settings[link] ?? []),
  supportEmail: support ? settings.email : null,
  supportPhone: support ? settings.phone : null,
});

@Resolver()
export class HelpResolver {
  @Query(() => HelpText, {
    nullable: true,
    description:
      'Uitleg over een onderwerp, zoals kloon, of over een term van de begrippenlijst, zoals werkprofiel; leeg als die onbekend is.',
  })
  help(
    @Arg('topic', () => String, { description: 'Het onderwerp of de term; hoofdletters en accenten maken niet uit.' })
    topic: string,
    @Ctx() { support, helpBook }: EmployersContext,
  ): HelpText | null {
    const found = helpBook.find(topic);
    return found ? withSettings(found, support) : null;
  }

  @Query(() => [HelpText], { description: 'Alle onderwerpen waar uitleg over is.' })
  helpTopics(@Ctx() { support, helpBook }: EmployersContext): HelpText[] {
    return helpBook.topics.map((topic) => withSettings(topic, support));
  }

  @Query(() => EmployerTileText, { description: 'Uitleg bij een tegel van het Werklandschap.' })
  employerTileText(
    @Arg('tile', () => EmployerTile, { description: 'De tegel.' }) tile: EmployerTile,
  ): EmployerTileText {
    const { title, text, tools, attention } = tileTexts[tile];
    return {
      tile,
      title,
      nl: text,
      tools: tools.map(([code, name]) => ({ code, name })),
      attentionPoints: attention,
    };
  }
}
