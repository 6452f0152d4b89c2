/* SPDX-License-Identifier: EUPL-1.2 */
/** The port for a look-up while a page is filled in (a fee, an appointment, a free number plate), and its values. It holds no data of persons beyond the answer it is asked with. */
@NullMarked
package de.kommunalsdk.datenabfrage;

import org.jspecify.annotations.NullMarked;
