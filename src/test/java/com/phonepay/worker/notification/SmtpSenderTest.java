package com.phonepay.worker.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Money;
import com.phonepay.readmodel.Notification;
import com.phonepay.readmodel.Origin;
import com.phonepay.worker.notification.MailServer.Encryption;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mail to a server that speaks SMTP, and to one that refuses. */
final class SmtpSenderTest {
    private static final GreenMail SERVER = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private static final Notification PAID = new Notification(
            "transactions-3:1204:7:asha",
            new Origin("transactions-3", 1204, 7),
            new AccountId("asha"),
            "PAYMENT_SENT",
            "Paid \u20b910.50",
            "Your payment of \u20b910.50 to ravi was made.",
            "T1",
            Money.ofPaise(1_050),
            "ravi",
            1_769_799_600_000L);

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    private static SmtpSender sender(int port) {
        return sender(new MailServer("127.0.0.1", port, Encryption.OFFERED, "", ""));
    }

    private static SmtpSender sender(MailServer server) {
        Properties properties = server.properties();
        // The certificate of the server in memory is its own; who trusts it is not what is tested.
        properties.setProperty("mail." + server.protocol() + ".ssl.trust", "*");
        properties.setProperty("mail." + server.protocol() + ".ssl.checkserveridentity", "false");
        return new SmtpSender(server, properties, "phonepay@localhost", "phonepay.example", Runnable::run);
    }

    @Test
    void bringsAMessageToThePersonsOwnAddress() throws Exception {
        sender(SERVER.getSmtp().getPort())
                .send(PAID, "asha@example.com")
                .toCompletableFuture()
                .join();
        assertThat(SERVER.waitForIncomingEmail(5_000, 1)).isTrue();
        MimeMessage mail = SERVER.getReceivedMessages()[0];
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("asha@example.com");
        assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("phonepay@localhost");
        assertThat(mail.getSubject()).isEqualTo("Paid \u20b910.50");
        assertThat(mail.getContent().toString().trim()).isEqualTo(PAID.message());
        assertThat(mail.getMessageID()).isEqualTo("<transactions-3:1204:7:asha@phonepay.example>");
        assertThat(mail.getSentDate().toInstant().toEpochMilli()).isEqualTo(PAID.at());
    }

    @Test
    void signsInWhereTheServerAsksForIt() throws Exception {
        ServerSetup setup = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS);
        // It makes its keys first.
        setup.setServerStartupTimeout(30_000);
        GreenMail server = new GreenMail(setup);
        server.setUser("mailer", "a good password");
        server.getUserManager().setAuthRequired(true);
        server.start();
        try {
            int port = server.getSmtps().getPort();
            sender(new MailServer("127.0.0.1", port, Encryption.IMPLICIT, "mailer", "a good password"))
                    .send(PAID, "asha@example.com")
                    .toCompletableFuture()
                    .join();
            assertThat(server.waitForIncomingEmail(5_000, 1)).isTrue();
            assertThatThrownBy(
                            () -> sender(new MailServer("127.0.0.1", port, Encryption.IMPLICIT, "mailer", "a bad one"))
                                    .send(PAID, "asha@example.com")
                                    .toCompletableFuture()
                                    .join())
                    .hasCauseInstanceOf(AuthenticationFailedException.class)
                    .satisfies(fault -> assertThat(String.valueOf(fault)).doesNotContain("a bad one"));
            assertThat(server.getReceivedMessages()).hasSize(1);
        } finally {
            server.stop();
        }
    }

    /** The server in memory has no STARTTLS. */
    @Test
    void sendsNothingInPlainWhereEncryptionIsRequired() {
        int before = SERVER.getReceivedMessages().length;
        MailServer server =
                new MailServer("127.0.0.1", SERVER.getSmtp().getPort(), Encryption.REQUIRED, "mailer", "secret");
        assertThatThrownBy(() -> sender(server)
                        .send(PAID, "asha@example.com")
                        .toCompletableFuture()
                        .join())
                .hasMessageContaining("STARTTLS");
        assertThat(SERVER.getReceivedMessages()).hasSize(before);
    }

    @Test
    void tellsNobodyThePassword() {
        assertThat(new MailServer("mail.example", 465, Encryption.IMPLICIT, "mailer", "secret"))
                .asString()
                .doesNotContain("secret");
    }

    @Test
    void checksTheNameOfAServerThatMustEncrypt() {
        assertThat(new MailServer("mail.example", 587, Encryption.REQUIRED, "", "").properties())
                .containsEntry("mail.smtp.starttls.required", "true")
                .containsEntry("mail.smtp.ssl.checkserveridentity", "true");
    }

    @Test
    void failsWhereNobodyListensSoThatItIsTriedAgain() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        SmtpSender sender = sender(port);
        assertThatThrownBy(() -> sender.send(PAID, "asha@example.com")
                        .toCompletableFuture()
                        .join())
                .hasMessageContaining("connect");
    }

    /** One mailbox that does not exist must not hold up everybody else's messages. */
    @ParameterizedTest
    @ValueSource(strings = {"550 5.1.1 No such user here", "553 Not a mailbox"})
    void leavesOutWhatTheServerRefusesForGood(String refusal) throws Exception {
        try (ScriptedMailServer server = new ScriptedMailServer(refusal)) {
            sender(server.port())
                    .send(PAID, "gone@example.com")
                    .toCompletableFuture()
                    .join();
            assertThat(server.heard()).anyMatch(line -> line.contains("gone@example.com"));
            assertThat(server.heard()).noneMatch(line -> line.equals("DATA"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"450 4.2.1 Try again later", "421 4.3.2 Shutting down", "452 Out of space"})
    void failsWhereTheServerSaysLater(String answer) throws Exception {
        try (ScriptedMailServer server = new ScriptedMailServer(answer)) {
            assertThatThrownBy(() -> sender(server.port())
                            .send(PAID, "asha@example.com")
                            .toCompletableFuture()
                            .join())
                    .satisfies(fault -> assertThat(String.valueOf(fault)).doesNotContain("asha@example.com"));
        }
    }

    @Test
    void leavesOutAnAddressThatIsNone() {
        sender(1).send(PAID, "not an address @ all").toCompletableFuture().join();
    }

    @Test
    void writesMailsToAFileInDevelopment(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("deeper").resolve("mail.txt");
        MailFile mails = new MailFile(file, Runnable::run);
        mails.send(PAID, "asha@example.com").toCompletableFuture().join();
        mails.send(PAID, "asha@example.com").toCompletableFuture().join();
        assertThat(Files.readAllLines(file))
                .filteredOn("To: asha@example.com"::equals)
                .hasSize(2);
    }
}
