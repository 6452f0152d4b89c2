/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.store.internal;

import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.crypto.Siegel;
import de.kommunalsdk.dienst.DienstRef;
import de.kommunalsdk.mandant.MandantId;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The one-time code by which a draft is taken up again; only a keyed hash of it is stored. All in the caller's transaction. */
final class Fortsetzungscodes {

    private static final String ZWECK = "fortsetzen";
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
        return setze(h, mandant, id, " and code_hash is null");
    }

    private Optional<String> setze(Handle h, MandantId mandant, AntragId id, String bedingung) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LAENGE; i++) {
            code.append(i > 0 && i % 4 == 0 ? "-" : "").append(ZEICHEN.charAt(ZUFALL.nextInt(ZEICHEN.length())));
        }
        int geschrieben = h.createUpdate("update ozg_antrag set code_hash = :hash where mandant_id = :mandant"
                        + " and antrag_id = :antrag and status = 'ENTWURF' and laeuft_ab > :jetzt" + bedingung)
                .bind("hash", siegel.hash(ZWECK, zeichen(code.toString())))
                .bind("mandant", mandant.wert())
                .bind("antrag", id.wert())
                .bind("jetzt", clock.millis())
                .execute();
        return geschrieben == 1 ? Optional.of(code.toString()) : Optional.empty();
    }

    /** Whether this is the code of the draft, whose row is held from here on. */
    boolean ist(Handle h, MandantId mandant, AntragId id, String code) {
        return h.createQuery("select code_hash from ozg_antrag where mandant_id = :mandant and antrag_id = :antrag"
                        + " and status = 'ENTWURF' and laeuft_ab > :jetzt for update")
                .bind("mandant", mandant.wert())
                .bind("antrag", id.wert())
                .bind("jetzt", clock.millis())
                .map((rs, ctx) -> rs.getString(1) != null
                        && siegel.hashes(ZWECK, zeichen(code)).contains(rs.getString(1)))
                .findOne()
                .orElse(false);
    }

    /** The draft of a code, which serves once. */
    Optional<AntragId> loeseEin(Handle h, MandantId mandant, DienstRef dienst, String code) {
        return siegel.hashes(ZWECK, zeichen(code)).stream()
                .flatMap(hash -> loeseHashEin(h, mandant, dienst, hash).stream())
                .findFirst();
    }

    private Optional<AntragId> loeseHashEin(Handle h, MandantId mandant, DienstRef dienst, String hash) {
        Optional<AntragId> gefunden = h.createQuery(
                        "select antrag_id from ozg_antrag where mandant_id = :mandant"
                                + " and code_hash = :hash and dienst_id = :dienst and status = 'ENTWURF' and laeuft_ab > :jetzt")
                .bind("mandant", mandant.wert())
                .bind("hash", hash)
                .bind("dienst", dienst.id().wert())
                .bind("jetzt", clock.millis())
                .mapTo(String.class)
                .findOne()
                .map(AntragId::new);
        // The update decides between two who redeem at once.
        return gefunden.filter(id -> h.createUpdate("update ozg_antrag set code_hash = null"
                                + " where mandant_id = :mandant and antrag_id = :antrag and code_hash = :hash")
                        .bind("mandant", mandant.wert())
                        .bind("antrag", id.wert())
                        .bind("hash", hash)
                        .execute()
                == 1);
    }

    /** A code as it counts: however it was typed. */
    static String zeichen(String code) {
        return code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }
}
