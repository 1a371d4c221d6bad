# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of splitee and splitee-workbench. Verbs and flags are asked of the program itself, so they are never out of date.

_splitee_help_words() {   # what the help of "$@" lists: verbs, and flags
    "$@" --help 2>/dev/null | awk '
        /^Subcommands:/ { verbs = 1; next }
        /^[^ ]/ { verbs = 0 }
        verbs && $1 != "" { print $1 }
        /^  (-.,)?--/ { sub(/^  (-.,)?/, ""); sub(/[ =].*/, ""); print }'
}

_splitee_names() {   # _splitee_names PROGRAM WHAT..: the names that it lists
    local program=$1 what
    shift
    for what in "$@"; do "$program" list "$what" 2>/dev/null | awk '{ print $1 }'; done
}

# Bash takes "builtin:NAME" for three words: COMPREPLY gets what follows the last colon alone.
_splitee_after_colon() {
    [[ $1 == *:* && $COMP_WORDBREAKS == *:* ]] || return
    local before=${1%"${1##*:}"} i
    for i in "${!COMPREPLY[@]}"; do COMPREPLY[i]=${COMPREPLY[i]#"$before"}; done
}

_splitee() {
    local line=${COMP_LINE:0:COMP_POINT} cur word flag=
    cur=${line##*[[:space:]]}
    local -a words command
    read -r -a words <<< "${line%"$cur"}"
    local program=${words[0]}
    command=("$program")
    for word in "${words[@]:1}"; do
        [[ $word == -* ]] && break
        command+=("$word")
        ((${#command[@]} > 3)) && break
    done
    ((${#words[@]} > 1)) && [[ ${words[-1]} == -* ]] && flag=${words[-1]}
    if [[ $cur == --*=* ]]; then   # bash breaks words at the = too, so the value stands alone
        flag=${cur%%=*}
        cur=${cur#*=}
    fi
    case $flag in
        --policy|--compare)
            local before=
            [[ $cur == *,* ]] && before=${cur%,*},
            COMPREPLY=($(compgen -P "$before" -W "$(_splitee_names "$program" policies)" -- "${cur##*,}"))
            [[ $flag == --policy && -z $before && all == "$cur"* ]] && COMPREPLY+=(all) ;;
        --columns)
            local before=
            [[ $cur == *,* ]] && before=${cur%,*},
            COMPREPLY=($(compgen -P "$before" -W "$(_splitee_names "$program" columns)" -- "${cur##*,}")) ;;
        --measure)
            local before=
            [[ $cur == *,* ]] && before=${cur%,*},
            COMPREPLY=($(compgen -P "$before" -W "$(_splitee_names "$program" measures) pulls all" -- "${cur##*,}")) ;;
        --distortion)
            COMPREPLY=($(compgen -W "clean $(_splitee_names "$program" distortions)" -- "$cur")) ;;
        --table|--validation)
            COMPREPLY=($(compgen -W "$(_splitee_names "$program" tables)" -- "$cur") $(compgen -f -- "$cur")) ;;
        --model)
            COMPREPLY=($(compgen -W "$(_splitee_names "$program" models)" -- "$cur") $(compgen -f -- "$cur")) ;;
        *)
            if [[ -n $flag && $cur != -* ]]; then
                COMPREPLY=($(compgen -f -- "$cur"))
            elif [[ $cur != -* && ${command[1]}\ ${command[2]} == table\ @(info|export|import) ]]; then
                COMPREPLY=($(compgen -W "$(_splitee_names "$program" tables)" -- "$cur") $(compgen -f -- "$cur"))
            elif [[ $cur != -* && ${command[1]}\ ${command[2]} == model\ info ]]; then
                COMPREPLY=($(compgen -W "$(_splitee_names "$program" models)" -- "$cur") $(compgen -f -- "$cur"))
            elif [[ $cur != -* && ${command[1]} == list ]]; then
                COMPREPLY=($(compgen -W "policies tables models experiments sweeps reproductions measures columns distortions" -- "$cur"))
            else
                COMPREPLY=($(compgen -W "$(_splitee_help_words "${command[@]}")" -- "$cur"))
                ((${#COMPREPLY[@]})) || COMPREPLY=($(compgen -f -- "$cur"))
            fi ;;
    esac
    _splitee_after_colon "$cur"
}

_splitee_workbench() {
    local cur=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
    case $previous in
        --language) COMPREPLY=($(compgen -W "de en zh_CN" -- "$cur")); return ;;
        --theme) COMPREPLY=($(compgen -W "light dark" -- "$cur")); return ;;
        --example) COMPREPLY=($(compgen -W "cifar10-replay cifar10-rising-noise costs-change signs-live" -- "$cur")); return ;;
    esac
    if [[ $cur == -* ]]; then
        COMPREPLY=($(compgen -W "--dock --example --headless --help --language --page --round --run --scale --screenshot --show --size --theme --version" -- "$cur"))
    else
        COMPREPLY=($(compgen -f -- "$cur"))
    fi
}

complete -o filenames -F _splitee splitee
complete -o filenames -F _splitee_workbench splitee-workbench
