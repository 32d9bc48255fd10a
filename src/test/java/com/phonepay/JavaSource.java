package com.phonepay;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One Java file as text, looked at just closely enough for {@link TidyTest}: code without its comments and literals, the
 * types it declares, and how long its methods are.
 */
record JavaSource(String name, String text) {
    /** The longest first: a text block opens like a string. */
    private static final List<String> QUOTES = List.of("\"\"\"", "\"", "'");

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
        StringBuilder code = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            int end = endOfBlank(i);
            if (end == i) {
                code.append(text.charAt(i++));
            } else {
                text.substring(i, end).chars().forEach(c -> code.append(c == '\n' ? '\n' : ' '));
                i = end;
            }
        }
        return code.toString();
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

    /** Where the comment or literal that starts here ends; the same place if none starts here. */
    private int endOfBlank(int start) {
        if (text.startsWith("//", start)) {
            int newline = text.indexOf('\n', start);
            return newline < 0 ? text.length() : newline;
        }
        if (text.startsWith("/*", start)) {
            return after("*/", start + 2);
        }
        for (String quote : QUOTES) {
            if (text.startsWith(quote, start)) {
                return endOfLiteral(start + quote.length(), quote);
            }
        }
        return start;
    }

    private int endOfLiteral(int start, String quote) {
        int i = start;
        while (i < text.length() && !text.startsWith(quote, i)) {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(i + quote.length(), text.length());
    }

    private int after(String mark, int start) {
        int found = text.indexOf(mark, start);
        return found < 0 ? text.length() : found + mark.length();
    }
}
