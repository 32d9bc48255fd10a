package com.phonepay.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs the commands of the front page as they stand there. */
@Tag("cluster")
@ExtendWith(RunningCluster.class)
final class ReadmeTest {
    private static final Pattern FLOW =
            Pattern.compile("<!-- run: curl flow -->\\s*```bash\\n(.*?)```", Pattern.DOTALL);

    @Test
    void paysWithCurlAsShown(RunningCluster cluster) throws IOException, InterruptedException {
        Matcher block = FLOW.matcher(Files.readString(Path.of("README.md")));
        assertThat(block.find()).as("the front page has the block").isTrue();
        String script = block.group(1).replace("127.0.0.1:5001", "127.0.0.1:" + RunningCluster.httpPort(1));

        Process bash = new ProcessBuilder("bash", "-euc", script)
                .redirectErrorStream(true)
                .start();
        String printed = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor(1, TimeUnit.MINUTES)).isTrue();

        assertThat(bash.exitValue()).as(printed).isZero();
        assertThat(printed).contains("\"status\":\"SUCCESS\"").contains("\"balance\":900.00");
        assertThat(cluster.nodes()).hasSize(3);
    }
}
