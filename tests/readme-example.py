"""Makes a program of the example in a room's README, so that the build shows that it compiles. Arguments: README, OUT.c."""
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    example = file.read().split("```c\n")[1].split("```")[0]
with open(sys.argv[2], "w", encoding="utf-8") as file:
    file.write('#include "dmn/dmn-evaluation.h"\n#include "feel/feel-expression.h"\n\nint\nmain (void)\n{\n%s'
               'g_print ("%%s\\n", text);\nreturn 0;\n}\n' % example)
