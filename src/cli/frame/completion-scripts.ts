import { followers, type CommandWords } from './completion-words.js';

const cases = (commands: readonly CommandWords[], indent: string): string =>
  [...followers(commands)]
    .map(([path, words]) => `${indent}'${path}') words='${words.join(' ')}' ;;`)
    .join('\n');

/** The words so far that are commands: options and what they take are passed over. */
export const bashScript = (
  commands: readonly CommandWords[],
): string => `# gatehouse completion bash
_gatehouse() {
  local current="\${COMP_WORDS[COMP_CWORD]}" path='' words='' word index
  for ((index = 1; index <= COMP_CWORD; index++)); do
    words=''
    case "$path" in
${cases(commands, '      ')}
    esac
    ((index == COMP_CWORD)) && break
    word="\${COMP_WORDS[index]}"
    [[ "$word" != -* && " $words " == *" $word "* ]] && path="\${path:+$path }$word"
  done
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _gatehouse gatehouse
`;

export const zshScript = (commands: readonly CommandWords[]): string => `#compdef gatehouse
# gatehouse completion zsh
_gatehouse() {
  local typed='' words_here='' word index
  for ((index = 2; index <= CURRENT; index++)); do
    words_here="$(_gatehouse_words "$typed")"
    ((index == CURRENT)) && break
    word="\${words[index]}"
    [[ "$word" != -* && " $words_here " == *" $word "* ]] && typed="\${typed:+$typed }$word"
  done
  compadd -- \${(s: :)words_here} || _files
}
_gatehouse_words() {
  local words=''
  case "$1" in
${cases(commands, '    ')}
  esac
  print -r -- "$words"
}
if [[ "$funcstack[1]" == _gatehouse ]]; then _gatehouse "$@"; else compdef _gatehouse gatehouse; fi
`;
