package com.phonepay.infra.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EndingTest {

    @Test
    void letsAProcessEndByItself() throws IOException {
        var process = new ProcessBuilder("sleep", "60").start();
        assertThat(Ending.askThenForce(process.toHandle(), Duration.ofSeconds(30))
                        .join())
                .isEqualTo(Ending.GRACEFUL);
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void killsAProcessThatDoesNotListen() throws IOException {
        var process = new ProcessBuilder("sh", "-c", "trap '' TERM; echo deaf; while :; do sleep 1; done").start();
        // Its first word says that it no longer listens.
        assertThat(process.getInputStream().read()).isEqualTo('d');
        assertThat(Ending.askThenForce(process.toHandle(), Duration.ofMillis(200))
                        .join())
                .isEqualTo(Ending.FORCED);
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void hasNothingToDoForAProcessThatIsGone() throws IOException {
        var process = new ProcessBuilder("true").start();
        process.onExit().join();
        assertThat(Ending.askThenForce(process.toHandle(), Duration.ofSeconds(1))
                        .join())
                .isEqualTo(Ending.GRACEFUL);
    }
}
