/* SPDX-License-Identifier: EUPL-1.2 */
/** A Stammdatenschema as XSD, as JSON Schema 2020-12 and as a check of answers, all three from one plan, so that they agree. It knows instances as de.kommunalsdk.xfall has them; it knows no form and no Mandant. */
@NullMarked
package de.kommunalsdk.schema;

import org.jspecify.annotations.NullMarked;
