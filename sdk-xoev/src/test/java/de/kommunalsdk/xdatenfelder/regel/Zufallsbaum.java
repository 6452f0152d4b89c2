/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.regel;

import de.kommunalsdk.xdatenfelder.regel.Ausdruck.Identifier;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Random conditions over the fields F05999000001 to 3 (text), 4 to 6 (bool), 7 to 9 (number), and the Land. */
public final class Zufallsbaum {

    private Zufallsbaum() {}

    /** A condition of at most this depth. */
    public static Ausdruck baum(Random zufall, int tiefe) {
        if (tiefe < 3 || zufall.nextInt(4) == 0) {
            return blatt(zufall);
        }
        return switch (zufall.nextInt(4)) {
            case 0 -> new Ausdruck.Not(baum(zufall, tiefe - 1));
            case 1 -> new Ausdruck.And(teile(zufall, tiefe, 1 + zufall.nextInt(3)));
            case 2 -> new Ausdruck.Or(teile(zufall, tiefe, 1 + zufall.nextInt(3)));
            default -> new Ausdruck.Xor(teile(zufall, tiefe, 2));
        };
    }

    private static List<Ausdruck> teile(Random zufall, int tiefe, int anzahl) {
        return Stream.generate(() -> baum(zufall, tiefe - 1)).limit(anzahl).toList();
    }

    private static Ausdruck blatt(Random zufall) {
        return switch (zufall.nextInt(8)) {
            case 0 -> new Ausdruck.Wahr(zufall.nextBoolean());
            case 1 -> feld(4 + zufall.nextInt(3));
            case 2 -> new Ausdruck.IsEmpty(feld(1 + zufall.nextInt(9)));
            case 3 ->
                new Ausdruck.Equal(feld(1 + zufall.nextInt(3)), new Ausdruck.Text("abc".substring(zufall.nextInt(3))));
            case 4 -> new Ausdruck.Equal(feld(1 + zufall.nextInt(3)), feld(1 + zufall.nextInt(3)));
            case 5 -> new Ausdruck.Equal(new Ausdruck.Wahr(zufall.nextBoolean()), feld(4 + zufall.nextInt(3)));
            case 6 ->
                new Ausdruck.Equal(
                        feld(7 + zufall.nextInt(3)), new Ausdruck.Zahl(BigDecimal.valueOf(zufall.nextInt(4), 1)));
            default -> new Ausdruck.Equal(Identifier.LAND, new Ausdruck.Text(zufall.nextBoolean() ? "NW" : "SL"));
        };
    }

    private static Identifier feld(int nummer) {
        return new Identifier("self.F0599900000" + nummer);
    }
}
