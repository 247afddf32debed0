import common from './common.json'
import refused from './refused.json'
import session from './session.json'
import board from './board.json'
import queue from './queue.json'
import taskWhy from './taskWhy.json'
import events from './events.json'
import recallWords from './recallWords.json'
import givenNames from './givenNames.json'
import rfmWords from './rfmWords.json'
import segmentWords from './segmentWords.json'
import members from './members.json'
import member from './member.json'
import recall from './recall.json'
import campaigns from './campaigns.json'
import insights from './insights.json'
import stores from './stores.json'
import policy from './policy.json'
import policyFields from './policyFields.json'
import timeTravel from './timeTravel.json'
import period from './period.json'

/** Each part of the app has a file of its own, with one name at its top. */
export default {
  ...common,
  ...refused,
  ...session,
  ...board,
  ...queue,
  ...taskWhy,
  ...events,
  ...recallWords,
  ...givenNames,
  ...rfmWords,
  ...segmentWords,
  ...members,
  ...member,
  ...recall,
  ...campaigns,
  ...insights,
  ...stores,
  ...policy,
  ...policyFields,
  ...timeTravel,
  ...period,
}
