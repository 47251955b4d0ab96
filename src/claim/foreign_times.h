// Times that stand by an act and are not its own.
//
//   ratified Sweden's bid [in January]      of the approval, not of the bid
//   [Today] it has 168 parties              nowadays: nobody joined this day
#pragma once

#include "claim/arguments.h"

namespace concord {

class ForeignTimes {
 public:
  ForeignTimes(const ActPlace& place, const FoundAct& act)
      : place_(place), view_(place.view), act_(act) {}

  // Whether a time beside the act is another's.
  bool is_of_another(const Time& time) const;
  // Whether the words beside it tell that: "ratified Sweden's bid in January", of the bid.
  bool tells_of_other(const Time& time) const;
  // "the accord that they had revised | in 2019": of a clause that the act does not stand in.
  bool dates_other_clause(const Time& time) const;
  // Whether the act goes on and is told without a time.
  bool stands(const Time& time) const;
  // The verb that a time hangs on, or kNone.
  std::uint32_t verb_of(const Time& time) const;
  bool is_of_act(std::uint32_t word) const;

 private:
  bool lasts_since(const Time& time) const;
  bool dates_earlier(const Time& time) const;
  bool dates_agreement(const Time& time) const;
  bool dates_noun(const Time& time) const;
  bool dates_remark(const Time& time) const;
  bool stands_above(std::uint32_t word) const;
  bool stands_apart(std::uint32_t above) const;
  bool stands_in_aside(const Time& time, std::uint32_t above) const;

  const ActPlace& place_;
  const SentenceView& view_;
  const FoundAct& act_;
};

}  // namespace concord
