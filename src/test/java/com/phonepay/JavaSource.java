package com.phonepay;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One Java file as text, looked at just closely enough for {@link TidyTest}: code without its comments and literals, the
 * types it declares, and how long its methods are.
 */
record JavaSource(String name, String text) {
    private static final Pattern COMMENT_OR_LITERAL = Pattern.compile(
            "\"\"\"(?:[^\\\\]|\\\\.)*?\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*\"|'(?:[^'\\\\\\n]|\\\\.)+'|//[^\\n]*|/\\*.*?\\*/",
            Pattern.DOTALL);
    private static final Pattern TYPE = Pattern.compile("\\b(?:class|interface|record|enum)\\s+([A-Z]\\w*)");
    private static final Pattern NOT_A_METHOD =
            Pattern.compile("\\b(?:if|for|while|switch|catch|synchronized|try|do|else|return|new|throw|case)\\b|->|="
                    + "|\\b(?:class|interface|record|enum)\\s+[A-Z]");
    private static final Pattern METHOD =
            Pattern.compile("(\\w+)\\s*\\([^{};]*\\)\\s*(?:throws\\s+[\\w.,\\s]+)?$", Pattern.DOTALL);

    /** A method body and the number of lines from its declaration's last line to its closing brace. */
    record Method(String name, int lines) {}

    private record Open(int line, String method) {}

    int lines() {
        return (int) text.lines().count();
    }

    /** The text with comments and literals blanked out, line for line. */
    String code() {
        return COMMENT_OR_LITERAL.matcher(text).replaceAll(JavaSource::blank);
    }

    List<String> types() {
        return TYPE.matcher(code()).results().map(found -> found.group(1)).toList();
    }

    List<Method> methods() {
        String code = code();
        List<Method> methods = new ArrayList<>();
        List<Open> open = new ArrayList<>();
        int line = 1;
        int headerStart = 0;
        for (int i = 0; i < code.length(); i++) {
            switch (code.charAt(i)) {
                case '\n' -> line++;
                case ';' -> headerStart = i + 1;
                case '{' -> {
                    open.add(new Open(line, methodIn(code.substring(headerStart, i))));
                    headerStart = i + 1;
                }
                case '}' -> {
                    Open start = open.remove(open.size() - 1);
                    if (!start.method().isEmpty()) {
                        methods.add(new Method(start.method(), line - start.line() + 1));
                    }
                    headerStart = i + 1;
                }
                default -> {}
            }
        }
        return methods;
    }

    private static String methodIn(String header) {
        if (NOT_A_METHOD.matcher(header).find()) {
            return "";
        }
        boolean balanced = header.chars().filter(c -> c == '(').count()
                == header.chars().filter(c -> c == ')').count();
        Matcher method = METHOD.matcher(header.strip());
        return balanced && method.find() ? method.group(1) : "";
    }

    private static String blank(MatchResult found) {
        return "\n".repeat((int) found.group().chars().filter(c -> c == '\n').count()) + " ";
    }
}
