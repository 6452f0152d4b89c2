/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.store.internal;

import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.crypto.Siegel;
import de.kommunalsdk.dienst.DienstRef;
import de.kommunalsdk.mandant.MandantId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The one-time code by which a draft is taken up again; only a keyed hash of it is stored. All in the caller's transaction. */
final class Fortsetzungscodes {

    private static final String ZWECK = "fortsetzen";
    private static final String ZWECK_BROWSER = "fortsetzen-browser";
    private static final Duration NOCHMALS = Duration.ofMinutes(15);
    private static final String ZEICHEN = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LAENGE = 16;
    private static final SecureRandom ZUFALL = new SecureRandom();

    private final Siegel siegel;
    private final Clock clock;

    Fortsetzungscodes(Siegel siegel, Clock clock) {
        this.siegel = siegel;
        this.clock = clock;
    }

    /** A new code in place of the earlier one; empty when there is no such draft. */
    Optional<String> neuer(Handle h, MandantId mandant, AntragId id) {
        return setze(h, mandant, id, "");
    }

    /** A new code, for a draft that has none. */
    Optional<String> wennKeiner(Handle h, MandantId mandant, AntragId id) {
        return setze(h, mandant, id, " and (code_hash is null or code_browser is not null)");
    }

    private Optional<String> setze(Handle h, MandantId mandant, AntragId id, String bedingung) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LAENGE; i++) {
            code.append(i > 0 && i % 4 == 0 ? "-" : "").append(ZEICHEN.charAt(ZUFALL.nextInt(ZEICHEN.length())));
        }
        int geschrieben = h.createUpdate("update ozg_antrag set code_hash = :hash, code_browser = null, code_bis = null"
                        + " where mandant_id = :mandant"
                        + " and antrag_id = :antrag and status = 'ENTWURF' and laeuft_ab > :jetzt" + bedingung)
                .bind("hash", siegel.hash(ZWECK, zeichen(code.toString())))
                .bind("mandant", mandant.wert())
                .bind("antrag", id.wert())
                .bind("jetzt", clock.millis())
                .execute();
        return geschrieben == 1 ? Optional.of(code.toString()) : Optional.empty();
    }

    /** Whether this is the code of the draft, and nobody redeemed it; then the row is held from here on. */
    boolean ist(Handle h, MandantId mandant, AntragId id, String code) {
        return h.createQuery("select code_hash from ozg_antrag where mandant_id = :mandant and antrag_id = :antrag"
                        + " and code_browser is null and status = 'ENTWURF' and laeuft_ab > :jetzt for update")
                .bind("mandant", mandant.wert())
                .bind("antrag", id.wert())
                .bind("jetzt", clock.millis())
                .map((rs, ctx) -> rs.getString(1) != null
                        && siegel.hashes(ZWECK, zeichen(code)).contains(rs.getString(1)))
                .findOne()
                .orElse(false);
    }

    /** The draft of a code, which serves once; the same browser may say it again, for its answer may have been lost. */
    Optional<AntragId> loeseEin(Handle h, MandantId mandant, DienstRef dienst, String code, String browser) {
        return siegel.hashes(ZWECK, zeichen(code)).stream()
                .flatMap(hash -> loeseHashEin(h, mandant, dienst, hash, browser).stream())
                .findFirst();
    }

    private Optional<AntragId> loeseHashEin(
            Handle h, MandantId mandant, DienstRef dienst, String hash, String browser) {
        // The row is locked: of two who redeem at once the second one sees the first.
        return h.createQuery("select antrag_id, code_browser, code_bis from ozg_antrag where mandant_id = :mandant"
                        + " and code_hash = :hash and dienst_id = :dienst and status = 'ENTWURF'"
                        + " and laeuft_ab > :jetzt for update")
                .bind("mandant", mandant.wert())
                .bind("hash", hash)
                .bind("dienst", dienst.id().wert())
                .bind("jetzt", clock.millis())
                .map((rs, ctx) -> new Eingeloest(
                        new AntragId(rs.getString(1)), Optional.ofNullable(rs.getString(2)), rs.getLong(3)))
                .findOne()
                .filter(e -> e.von().isEmpty() ? merke(h, mandant, e.id(), browser) : darfNochmals(e, browser))
                .map(Eingeloest::id);
    }

    private boolean merke(Handle h, MandantId mandant, AntragId id, String browser) {
        return h.createUpdate("update ozg_antrag set code_browser = :browser, code_bis = :bis"
                                + " where mandant_id = :mandant and antrag_id = :antrag")
                        .bind("browser", siegel.hash(ZWECK_BROWSER, browser))
                        .bind("bis", clock.millis() + NOCHMALS.toMillis())
                        .bind("mandant", mandant.wert())
                        .bind("antrag", id.wert())
                        .execute()
                == 1;
    }

    private boolean darfNochmals(Eingeloest e, String browser) {
        return clock.millis() < e.bis()
                && siegel.hashes(ZWECK_BROWSER, browser).contains(e.von().orElse(""));
    }

    int beende(Handle h, MandantId mandant, AntragId id) {
        return h.createUpdate("update ozg_antrag set code_bis = 0 where mandant_id = :mandant"
                        + " and antrag_id = :antrag and code_browser is not null")
                .bind("mandant", mandant.wert())
                .bind("antrag", id.wert())
                .execute();
    }

    /** A code and who redeemed it, until when that one may say it again. */
    private record Eingeloest(AntragId id, Optional<String> von, long bis) {}

    /** A code as it counts: however it was typed. */
    static String zeichen(String code) {
        return code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }
}
