/** Shells for which there is a script. */
export const shells = ["bash", "zsh", "fish"] as const;

export type Shell = (typeof shells)[number];

/**
 * What a shell is to source. Each script hands the words typed so far to `opis complete --`, as they are: never through `eval`, or pressing the
 * key would run what is being typed. Where Opis knows no answer, the shell's own completion of files steps in.
 */
export const scripts: Readonly<Record<Shell, string>> = {
  bash: `# completion of opis for bash: source <(opis completion bash)
_opis() {
  local answer
  COMPREPLY=()
  while IFS= read -r answer; do
    [ -n "$answer" ] && COMPREPLY+=("\${answer%%$'\\t'*}")
  done < <(opis complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o default -o bashdefault -F _opis opis
`,
  zsh: `#compdef opis
# completion of opis for zsh: source <(opis completion zsh)
_opis() {
  local -a answers described
  local answer
  answers=("\${(@f)$(opis complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  for answer in "\${answers[@]}"; do
    [[ -n "$answer" ]] && described+=("\${\${answer%%$'\\t'*}//:/\\\\:}:\${answer#*$'\\t'}")
  done
  if (( \${#described} )); then
    _describe -V opis described
  else
    _files
  fi
}
if [[ "\${funcstack[1]}" == _opis ]]; then
  _opis "$@"
else
  compdef _opis opis
fi
`,
  fish: `# completion of opis for fish: opis completion fish | source
function __opis_answers
    set -l words (commandline -opc)
    set -l answers (opis complete -- $words[2..-1] (commandline -ct) 2>/dev/null)
    if test (count $answers) -gt 0
        printf '%s\\n' $answers
    else
        __fish_complete_path (commandline -ct)
    end
end
complete -c opis -f -a '(__opis_answers)'
`,
};
