package com.phonepay.infra.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class LauncherTest {

    private final StringWriter err = new StringWriter();

    @Test
    void answersAnUnknownCommandWithUsageAndTwo() {
        assertThat(run("dance")).isEqualTo(2);
        assertThat(err.toString()).contains("dance", "./phonepay");
    }

    @Test
    void answersAnUnknownOptionWithTwo() {
        assertThat(run("down", "--gently")).isEqualTo(2);
    }

    @Test
    void wantsTheNumberOfTheNode() {
        assertThat(run("node", "kill")).isEqualTo(2);
        assertThat(run("node", "kill", "first")).isEqualTo(2);
    }

    private int run(String... arguments) {
        return Launcher.commandLine().setErr(new PrintWriter(err, true)).execute(arguments);
    }
}
