package com.phonepay.infra.launcher;

import picocli.CommandLine.Option;

/** Gives every command the option that people try first. */
final class HelpOption {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this text.")
    @SuppressWarnings("unused")
    private boolean asked;
}
