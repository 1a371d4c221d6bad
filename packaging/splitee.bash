# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of splitee and splitee-workbench. Verbs and flags are asked of the program itself, so they are never out of date.

_splitee_help_words() {   # what the help of "$@" lists: verbs, and flags
    "$@" --help 2>/dev/null | awk '
        /^Subcommands:/ { verbs = 1; next }
        /^[^ ]/ { verbs = 0 }
        verbs && $1 != "" { print $1 }
        /^  (-.,)?--/ { sub(/^  (-.,)?/, ""); sub(/[ =].*/, ""); print }'
}

_splitee() {
    local cur=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} word
    local -a command=("${COMP_WORDS[0]}")
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        [[ $word == -* ]] && break
        command+=("$word")
        ((${#command[@]} > 3)) && break
    done
    if [[ $cur != -* && $previous == -* ]]; then
        COMPREPLY=($(compgen -f -- "$cur"))
        return
    fi
    COMPREPLY=($(compgen -W "$(_splitee_help_words "${command[@]}")" -- "$cur"))
    ((${#COMPREPLY[@]})) || COMPREPLY=($(compgen -f -- "$cur"))
}

_splitee_workbench() {
    local cur=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
    case $previous in
        --language) COMPREPLY=($(compgen -W "de en zh_CN" -- "$cur")); return ;;
        --theme) COMPREPLY=($(compgen -W "light dark" -- "$cur")); return ;;
        --example) COMPREPLY=($(compgen -W "cifar10-replay cifar10-rising-noise costs-change signs-live" -- "$cur")); return ;;
    esac
    if [[ $cur == -* ]]; then
        COMPREPLY=($(compgen -W "--dock --example --headless --help --language --round --run --scale --screenshot --show --size --theme --version" -- "$cur"))
    else
        COMPREPLY=($(compgen -f -- "$cur"))
    fi
}

complete -o filenames -F _splitee splitee
complete -o filenames -F _splitee_workbench splitee-workbench
