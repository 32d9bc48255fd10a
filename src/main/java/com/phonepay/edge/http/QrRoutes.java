package com.phonepay.edge.http;

import akka.http.javadsl.model.ContentTypes;
import akka.http.javadsl.model.HttpEntities;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.MediaTypes;
import akka.util.ByteString;
import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Money;
import com.phonepay.merchant.UpiLink;
import com.phonepay.payment.Account;
import com.phonepay.payment.Accounts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a merchant shows to be paid: a link that every UPI app reads, as a picture. Nothing in it is a secret. */
final class QrRoutes {
    private static final int NOTE_MAX = 80;
    private static final int REFERENCE_MAX = 35;
    private static final int SIZE_DEFAULT = 320;
    private static final Pattern SIZE = Pattern.compile("[0-9]{2,4}");
    private static final int SIZE_MIN = 64;
    private static final int SIZE_MAX = 2_048;

    private final Accounts accounts;
    private final Money amountMax;

    QrRoutes(Accounts accounts, Money amountMax) {
        this.accounts = accounts;
        this.amountMax = amountMax;
    }

    List<Endpoint> endpoints() {
        Set<String> parameters = Set.of("amount", "note", "reference", "format", "size");
        return List.of(Endpoint.get("/merchant/{id}/qr", Access.USER, Load.OTHER, parameters, this::qr));
    }

    private CompletionStage<HttpResponse> qr(Exchange exchange) {
        AccountId id = new AccountId(Fields.userId("id", exchange.variable("id")));
        String format = exchange.parameter("format").orElse("svg");
        int size = size(exchange.parameter("size"));
        @Nullable
        Money amount = exchange.parameter("amount")
                .map(text -> Fields.amount("amount", text, amountMax))
                .orElse(null);
        String note = Fields.bounded("note", exchange.parameter("note").orElse(""), 0, NOTE_MAX);
        String reference =
                Fields.bounded("reference", exchange.parameter("reference").orElse(""), 0, REFERENCE_MAX);
        return accounts.resolve(id.value()).thenApply(reply -> {
            Account merchant = reply.fold(found -> found, refused -> null);
            if (merchant == null || !merchant.isMerchant()) {
                throw new RefusedException(ErrorCode.MERCHANT_NOT_FOUND);
            }
            return answer(
                    merchant, new UpiLink(merchant.vpa(), merchant.name(), amount, note, reference), format, size);
        });
    }

    private static int size(Optional<String> text) {
        int size = text.filter(given -> SIZE.matcher(given).matches())
                .map(Integer::valueOf)
                .orElse(text.isPresent() ? 0 : SIZE_DEFAULT);
        if (size < SIZE_MIN || size > SIZE_MAX) {
            throw RefusedException.field(ErrorCode.INVALID_FIELD, "size", "A picture has 64 to 2048 pixels a side.");
        }
        return size;
    }

    private static HttpResponse answer(Account merchant, UpiLink link, String format, int size) {
        QrCode code = new QrCode(link.text());
        return switch (format) {
            case "svg" ->
                HttpResponse.create()
                        .withEntity(HttpEntities.create(
                                ContentTypes.create(MediaTypes.IMAGE_SVG_XML),
                                ByteString.fromArray(code.svg(size).getBytes(StandardCharsets.UTF_8))));
            case "png" ->
                HttpResponse.create()
                        .withEntity(HttpEntities.create(
                                ContentTypes.create(MediaTypes.IMAGE_PNG), ByteString.fromArray(code.png(size))));
            case "json" ->
                Respond.json(
                        200,
                        new JsonObject()
                                .text("merchant_id", MerchantJson.shown(merchant.id()))
                                .text("name", merchant.name())
                                .text("vpa", merchant.vpa())
                                .flag("dynamic", link.isDynamic())
                                .text("upi_uri", link.text()));
            default -> throw RefusedException.field(ErrorCode.INVALID_FIELD, "format", "One of svg, png and json.");
        };
    }
}
