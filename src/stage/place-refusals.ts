// Why a value can't stand at a place in a shell program, each with the right form. Arithmetic and `[[ -eq ]]` run
// what a variable holds, so "use a variable" is no help there.
import { type Refusal, refuse } from './command-words.ts';

export const EVALUATED = refuse(
  "a value can't stand in arithmetic, which runs what a variable holds; use `expr {{ v }} + 1`, or check it first with `case {{ v }} in *[!0-9]*) exit 1;; esac`",
);
export const IN_PARAMETER = refuse("a value can't stand inside `${...}`; assign it first: `title={{ v }}`");
export const IN_TEST = refuse(
  "a value can't stand in `[[ ]]`; use `[ {{ v }} = text ]` or `case {{ v }} in`",
);
export const IN_ARRAY = refuse(
  'a value can\'t stand in an array or its index; use `set -- {{ v }}` and `"$@"`',
);
export const AS_EVALUATED = refuse(
  'bash runs what this variable holds, because it is used in arithmetic, as an array or with attributes (`declare -i`); use another variable, or check the value first with `case {{ v }} in *[!0-9]*) exit 1;; esac` and count with `expr`',
);
export const IN_BACKTICKS = refuse("a value can't stand in backticks; use `$(...)`");
export const IN_DOLLAR_QUOTES = refuse("a value can't stand in `$'...'` or `$\"...\"`; use double quotes");
export const IN_PATTERN = refuse(
  "a value can't stand in an extended or bracket pattern; put the value outside of it",
);
export const IN_QUOTED_HEREDOC = refuse(
  "a value can't stand in a here-document with a quoted delimiter; take the quotes off the delimiter and escape `$` in the text",
);
export const AS_DELIMITER = refuse("a value can't be the delimiter of a here-document; write it out");
export const AS_DUPLICATED = refuse("a value can't be the target of `>&` or `<&`; use `> {{ v }} 2>&1`");
export const AS_FUNCTION = refuse("a value can't be the name of a function; write it out");
export const AS_VARIABLE = refuse("a value can't be the name of a variable; write it out");
export const WITH_ALIAS = refuse('`alias` can change what the words after it mean; use a function instead');
export const WITH_ODD_QUOTES = refuse(
  "`$'...'` with an escaped quote ends elsewhere in dash, which is `sh` on many machines; write the text with `printf`",
);
export const WITH_OUR_NAMES = refuse(
  'variables that begin with `VIK_VALUE_` hold the values of this program; use another name',
);

/** The value would reach the standard input of a program that reads it as its text. */
export function pipedInto(reader: string): Refusal {
  return refuse(
    `\`${reader}\` would read the value as part of a program; put the program in an argument or a file, and give it the value as an argument`,
  );
}
